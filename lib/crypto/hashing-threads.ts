import path from 'node:path'
import { Worker } from 'node:worker_threads'

// A tenth of a processor that somebody else wants, all of one that nobody wants.
const NICENESS = 10
const BODY = 'lib/crypto/hashing-thread.mjs'

/** What a thread is to do: to hash at a cost, or to compare with a hash. */
export type HashingJob = { password: string } & ({ cost: number; hash: null } | { cost: null; hash: string })

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** A thread that is started with its first job, and again after it has failed. */
class HashingThread {
  #worker: Worker | null = null
  #waiting: Waiting | null = null

  /** One job at a time. */
  async run(job: HashingJob): Promise<unknown> {
    const worker = (this.#worker ??= this.#start())
    // The process waits for a job, and for nothing else of a thread.
    worker.ref()
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting = { resolve, reject }
        worker.postMessage(job)
      })
    } finally {
      worker.unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(path.resolve(/* turbopackIgnore: true */ BODY), { workerData: { niceness: NICENESS } })
    worker.on('message', (result) => this.#waiting?.resolve(result))
    const end = (error: Error) => {
      if (this.#worker !== worker) return
      this.#worker = null
      this.#waiting?.reject(error)
    }
    worker.on('error', end)
    worker.on('exit', () => end(new Error('the thread ended')))
    return worker
  }
}

/**
 * bcrypt on threads of its own, as many as jobs were ever given at once. On Linux they give way
 * to everything else in the process, so that who signs in does not slow down verification; and
 * files and DNS, which share libuv's threads, never wait behind a hash.
 */
export class HashingThreads {
  readonly #idle: HashingThread[] = []

  /** The bcrypt hash of a password at a cost. */
  async hash(password: string, cost: number): Promise<string> {
    return (await this.#run({ password, cost, hash: null })) as string
  }

  /** Whether a hash is the password's. */
  async compare(password: string, hash: string): Promise<boolean> {
    return (await this.#run({ password, cost: null, hash })) as boolean
  }

  async #run(job: HashingJob): Promise<unknown> {
    const thread = this.#idle.pop() ?? new HashingThread()
    try {
      return await thread.run(job)
    } finally {
      this.#idle.push(thread)
    }
  }
}
