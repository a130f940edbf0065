/**
 * Returns an SVG path through evenly spaced values. Constant values run through the middle; values that include zero
 * use the full height.
 */
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
