/** One batch of the rows that a change applies to. */
export interface Batch<T> {
  /** The rows that this call changed. Another transaction may have changed some of the rows that it found. */
  changed: T[]
  /** The query found fewer rows than its limit, so no more are left. */
  isLast: boolean
}
