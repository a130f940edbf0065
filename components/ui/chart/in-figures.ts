const format = new Intl.NumberFormat('en')

/** A number as people read it: «1,284». */
export function inFigures(value: number): string {
  return format.format(value)
}
