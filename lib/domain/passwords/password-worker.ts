import { parentPort } from 'node:worker_threads'
import { passwordWeakness } from '@/lib/domain/passwords/password-weakness'

/** A question from `PasswordJudge` to this worker. */
export interface PasswordQuestion {
  password: string
  ownWords: readonly string[]
}

// Each judgement takes up to a second; on this thread it does not block the event loop of the server.
parentPort?.on('message', ({ password, ownWords }: PasswordQuestion) => {
  parentPort?.postMessage(passwordWeakness(password, ownWords))
})
