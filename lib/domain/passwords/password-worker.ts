import { parentPort } from 'node:worker_threads'
import { passwordWeakness } from '@/lib/domain/passwords/password-weakness'

/** What `PasswordJudge` asks this thread. */
export interface PasswordQuestion {
  password: string
  ownWords: readonly string[]
}

// The thread that estimates passwords: each takes up to a second, in which the event loop of the server runs on.
parentPort?.on('message', ({ password, ownWords }: PasswordQuestion) => {
  parentPort?.postMessage(passwordWeakness(password, ownWords))
})
