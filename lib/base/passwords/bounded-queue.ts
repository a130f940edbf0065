/** Runs at most `slots` jobs at once and lets at most `waitingMax` wait; more are refused at once. */
export class BoundedQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly slots: number,
    private readonly waitingMax: number,
  ) {}

  /** How many jobs run, and how many wait. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** Whether a job that came now would be refused. */
  get isFull(): boolean {
    return this.#running >= this.slots && this.#waiting.length >= this.waitingMax
  }

  /** The job's result. @throws what `refuse` makes, when the queue is full */
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
