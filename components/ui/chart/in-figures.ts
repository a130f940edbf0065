const format = new Intl.NumberFormat('en')

/** Formats a number for people: “1,284”. */
export function inFigures(value: number): string {
  return format.format(value)
}
