const number = new Intl.NumberFormat('en')

/** Formats a number of requests: “1 call”, “1,400 calls”. */
export function countedCalls(count: number, kind = ''): string {
  return [number.format(count), kind, count === 1 ? 'call' : 'calls'].filter((word) => word !== '').join(' ')
}
