import type { Found } from '@/lib/keys/lookup/secret-reader'

// Small, so that the database looks up some keys while the answers to others go out. With one large batch, each
// side would wait for the other.
const BATCH_MAX = 32
const WAITING_MAX = 20_000
const ATTEMPTS_MAX = 3
/** A slower failure was a timeout on a dead connection: another attempt would take too long. */
const QUICK_FAILURE_MS = 300

interface Lookup {
  key: string
  done: Found
  attempts: number
}

/** Finds the rows, as text, of several keys in one query. */
type FindMany = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * Gathers the lookups of one turn of the event loop into batches. While a connection is free, full batches go out
 * immediately and the rest at the end of the turn; otherwise they go out as soon as one is free. A batch that fails
 * quickly is retried on another connection. A batch that times out fails together with all lookups waiting behind
 * it, so that no lookup waits longer than one timeout.
 */
export class LookupQueue {
  #waiting: Lookup[] = []
  #inFlight = 0
  #isScheduled = false

  constructor(
    private readonly inFlightMax: number,
    private readonly findMany: FindMany,
  ) {}

  /** Looks up a key in a query that begins after this call. */
  find(key: string, done: Found): void {
    if (this.#waiting.length >= WAITING_MAX) {
      done(new Error(`${WAITING_MAX} lookups are already waiting`), null)
      return
    }
    this.#waiting.push({ key, done, attempts: 0 })
    // A full batch need not wait for the rest of the turn.
    if (this.#waiting.length >= BATCH_MAX) this.#send()
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#send()
    })
  }

  #send(): void {
    while (this.#waiting.length > 0 && this.#inFlight < this.inFlightMax) {
      const batch = this.#waiting.splice(0, BATCH_MAX)
      this.#inFlight += 1
      void this.#run(batch).finally(() => {
        this.#inFlight -= 1
        this.#send()
      })
    }
  }

  async #run(batch: Lookup[]): Promise<void> {
    const started = performance.now()
    let found: ReadonlyMap<string, string>
    try {
      found = await this.findMany(batch.map(({ key }) => key))
    } catch (error) {
      this.#fail(batch, error, performance.now() - started < QUICK_FAILURE_MS)
      return
    }
    for (const { key, done } of batch) done(null, found.get(key) ?? null)
  }

  #fail(batch: Lookup[], error: unknown, wasQuick: boolean): void {
    const [first] = batch
    if (wasQuick && first !== undefined && first.attempts + 1 < ATTEMPTS_MAX) {
      for (const lookup of batch) lookup.attempts += 1
      this.#waiting.unshift(...batch)
      return
    }
    const behind = wasQuick ? [] : this.#waiting.splice(0)
    for (const { done } of [...batch, ...behind]) done(error, null)
  }
}
