import { Worker } from 'node:worker_threads'
import type { PasswordQuestion } from '@/lib/domain/passwords/password-worker'

// Its first answer waits for the lists of words, on a machine that may be busy.
const PATIENCE_MS = 60_000

interface Asking {
  resolve(weakness: string | null): void
  reject(error: Error): void
}

/**
 * Asks a thread of its own about passwords, one at a time. The thread starts with the first
 * question, is replaced when it fails, and never keeps the process running.
 */
export class PasswordJudge {
  #worker: Worker | null = null
  #asking: Asking | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** `file` is the script of the thread; `patienceMs` is how long an answer may take. */
  constructor(
    private readonly file: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** The answer of `passwordWeakness`. @throws Error when the thread cannot give it */
  judge(question: PasswordQuestion): Promise<string | null> {
    const verdict = this.#last.then(() => this.#ask(question))
    this.#last = verdict.catch(() => undefined)
    return verdict
  }

  async #ask(question: PasswordQuestion): Promise<string | null> {
    const worker = (this.#worker ??= this.#start())
    const timer = setTimeout(() => this.#fail(worker, new Error('The password worker is stuck')), this.patienceMs)
    worker.ref()
    try {
      return await new Promise((resolve, reject) => {
        this.#asking = { resolve, reject }
        worker.postMessage(question)
      })
    } finally {
      clearTimeout(timer)
      this.#asking = null
      worker.unref()
    }
  }

  #start(): Worker {
    // It needs nothing of the environment, which may hold secrets.
    const worker = new Worker(this.file, { env: {}, execArgv: [], name: 'passwords' })
    worker.on('message', (weakness: string | null) => {
      if (this.#worker === worker) this.#asking?.resolve(weakness)
    })
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', (code) => this.#fail(worker, new Error(`The password worker ended with ${code}`)))
    return worker
  }

  /** The next question starts another thread. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    void worker.terminate()
    this.#asking?.reject(error)
  }
}
