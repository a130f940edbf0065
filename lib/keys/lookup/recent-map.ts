/**
 * A map of the entries that were used most recently, between `halfMax` and twice as many. When its younger half is
 * full, it drops the older one. Deleting entries one by one would cost more than everything else.
 */
export class RecentMap<V> {
  #younger = new Map<string, V>()
  #older = new Map<string, V>()

  constructor(private readonly halfMax: number) {}

  /** Returns the value, unless it was dropped since. */
  get(key: string): V | undefined {
    const young = this.#younger.get(key)
    if (young !== undefined) return young
    const old = this.#older.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  /** Stores a value. */
  set(key: string, value: V): void {
    if (this.#younger.size >= this.halfMax) {
      this.#older = this.#younger
      this.#younger = new Map()
    }
    this.#younger.set(key, value)
  }

  /** Drops everything. */
  clear(): void {
    this.#younger.clear()
    this.#older.clear()
  }
}
