/** The height of the plot, in its own units. */
export const PLOT_HEIGHT = 100

/** Keeps every value above zero visible. */
const HEIGHT_MIN = 1.5

interface MirrorBars {
  /** Where upward and downward bars meet, measured from the top. */
  baseline: number
  bars: { up: number; down: number }[]
}

/** Computes the heights of bars above and below a line, all on one scale, so that they fill the plot. */
export function mirrorBars(values: readonly { up: number; down: number }[]): MirrorBars {
  const highest = Math.max(0, ...values.map(({ up }) => up))
  const deepest = Math.max(0, ...values.map(({ down }) => down))
  const perUnit = PLOT_HEIGHT / Math.max(highest + deepest, 1)
  const heightOf = (value: number) => (value === 0 ? 0 : Math.max(HEIGHT_MIN, value * perUnit))
  return {
    baseline: highest + deepest === 0 ? PLOT_HEIGHT : highest * perUnit,
    bars: values.map(({ up, down }) => ({ up: heightOf(up), down: heightOf(down) })),
  }
}
