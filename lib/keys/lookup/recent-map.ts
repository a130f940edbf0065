/**
 * A map that holds what was asked for lately, between `halfMax` and twice as many entries: when
 * its younger half is full, the older one is dropped. Deleting one by one would cost more than
 * all else.
 */
export class RecentMap<V> {
  #younger = new Map<string, V>()
  #older = new Map<string, V>()

  constructor(private readonly halfMax: number) {}

  /** The value that was set, unless it was dropped since. */
  get(key: string): V | undefined {
    const young = this.#younger.get(key)
    if (young !== undefined) return young
    const old = this.#older.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  /** Keeps a value. */
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
