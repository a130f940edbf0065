/** Some of the rows that a change is for: as many as were asked for, unless it is the last of them. */
export interface Batch<T> {
  /** Those that this call changed: somebody else may have changed one after it was found. */
  changed: T[]
  /** No more were found than these. */
  isLast: boolean
}
