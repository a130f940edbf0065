/** Runs at most `slots` jobs at once and lets at most `waitingMax` wait; more are refused at once. */
export class BoundedQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly slots: number,
    private readonly waitingMax: number,
    private readonly refuse: () => Error,
  ) {}

  /** How many jobs run, and how many wait. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** @throws what `refuse` makes, when a job that came now would be refused */
  requireRoom(): void {
    if (this.#running >= this.slots && this.#waiting.length >= this.waitingMax) throw this.refuse()
  }

  /** The job's result. @throws what `refuse` makes, when the queue is full */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#running < this.slots) this.#running += 1
    else await this.#turn()
    try {
      return await job()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.waitingMax) throw this.refuse()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}
