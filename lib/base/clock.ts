/** The one clock of the process: every expiry, on both databases, is judged by it. */
export function now(): Date {
  return new Date()
}

/** The same in milliseconds since the epoch. */
export function nowMs(): number {
  return Date.now()
}

/** The instant that lies `seconds` after `from`. */
export function secondsAfter(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000)
}

/** Whole seconds from now until `end`, at least 0; 0 as well when there is no end. */
export function secondsUntil(end: Date | null): number {
  return Math.max(0, Math.round(((end?.getTime() ?? 0) - now().getTime()) / 1000))
}
