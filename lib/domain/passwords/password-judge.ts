import { Worker } from 'node:worker_threads'
import type { PasswordQuestion } from '@/lib/domain/passwords/password-worker'

// The first answer waits until the word lists are loaded, on a machine that may be busy.
const PATIENCE_MS = 60_000

interface Asking {
  resolve(weakness: string | null): void
  reject(error: Error): void
}

/**
 * Asks a worker thread about passwords, one at a time. Starts the worker with the first question and replaces it when
 * it fails. An idle worker does not keep the process running.
 */
export class PasswordJudge {
  #worker: Worker | null = null
  #asking: Asking | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** `file` is the script of the worker; `patienceMs` is how long one answer may take. */
  constructor(
    private readonly file: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Returns the answer of `passwordWeakness`. @throws Error when the worker cannot give one */
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
    // The worker needs no environment variables, and they may hold secrets.
    const worker = new Worker(this.file, { env: {}, execArgv: [], name: 'passwords' })
    worker.on('message', (weakness: string | null) => {
      if (this.#worker === worker) this.#asking?.resolve(weakness)
    })
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', (code) => this.#fail(worker, new Error(`The password worker exited with code ${code}`)))
    return worker
  }

  /** Discards a worker and rejects its pending question; the next question starts another worker. */
  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    void worker.terminate()
    this.#asking?.reject(error)
  }
}
