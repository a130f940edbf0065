/** Returns the current time. This is the only clock of the process: both databases judge every expiry by it. */
export function now(): Date {
  return new Date()
}

/** Returns the current time in milliseconds since the epoch. */
export function nowMs(): number {
  return Date.now()
}

/** Returns the instant `seconds` after `from`. */
export function secondsAfter(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000)
}

/** Returns the seconds from now until `end`, rounded and never negative; 0 if there is no `end`. */
export function secondsUntil(end: Date | null): number {
  return Math.max(0, Math.round(((end?.getTime() ?? 0) - now().getTime()) / 1000))
}
