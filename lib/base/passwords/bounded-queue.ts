/** Runs at most `slots` jobs at once and lets at most `waitingMax` more wait. Rejects further jobs immediately. */
export class BoundedQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly slots: number,
    private readonly waitingMax: number,
  ) {}

  /** How many jobs are running, and how many are waiting. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** Whether the queue would reject a job now. */
  get isFull(): boolean {
    return this.#running >= this.slots && this.#waiting.length >= this.waitingMax
  }

  /** Runs a job and returns its result. @throws the error that `refuse` creates, if the queue is full */
  async run<T>(job: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (this.isFull) throw refuse()
    if (this.#running < this.slots) this.#running += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
