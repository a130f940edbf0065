/** The line through values that are spread evenly over a width: what is steady runs through the middle, what rests at times goes from the ground to the top. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  const scale = Math.max(Math.max(...values) + Math.min(...values), 1)
  const step = width / Math.max(values.length - 1, 1)
  const points = values.map((value, index) => {
    const [x, y] = [index * step, height - (value / scale) * height]
    return `${round(x + 1)} ${round(y + 1)}`
  })
  return `M${points.join(' ')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
