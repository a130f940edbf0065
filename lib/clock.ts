/** The one clock of the process: every expiry, on both databases, is judged by it. */
export function now(): Date {
  return new Date()
}

/** The instant that lies `seconds` after `from`. */
export function secondsAfter(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000)
}
