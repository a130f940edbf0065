/** The height of the plot, in its own units. */
export const PLOT_HEIGHT = 100

/** Keeps every value above zero visible. */
const HEIGHT_MIN = 1.5

/** With fewer values, none counts as an outlier. */
const VALUES_MIN = 4

/** How far a value must exceed nine tenths of the others to count as an outlier. */
const OUTLIER_FACTOR = 4

interface Bar {
  /** The height upward, and the height downward. */
  up: number
  down: number
  /** Whether the value exceeds the scale, so that its bar is cut off. */
  isUpCut: boolean
  isDownCut: boolean
}

interface MirrorBars {
  /** Where upward and downward bars meet, measured from the top. */
  baseline: number
  /** The values at the upper and at the lower edge of the plot. */
  upTop: number
  downTop: number
  bars: Bar[]
}

/**
 * Computes the heights of bars above and below a line, all on one scale, so that they fill the plot. A bar that would
 * flatten all the others is cut off.
 */
export function mirrorBars(values: readonly { up: number; down: number }[]): MirrorBars {
  const limit = scaleLimit(values.flatMap(({ up, down }) => [up, down]))
  const upTop = Math.min(limit, Math.max(0, ...values.map(({ up }) => up)))
  const downTop = Math.min(limit, Math.max(0, ...values.map(({ down }) => down)))
  const perUnit = PLOT_HEIGHT / Math.max(upTop + downTop, 1)
  const heightOf = (value: number) => (value === 0 ? 0 : Math.max(HEIGHT_MIN, Math.min(value, limit) * perUnit))
  return {
    baseline: upTop + downTop === 0 ? PLOT_HEIGHT : upTop * perUnit,
    upTop,
    downTop,
    bars: values.map(({ up, down }) => ({
      up: heightOf(up),
      down: heightOf(down),
      isUpCut: up > limit,
      isDownCut: down > limit,
    })),
  }
}

/** Returns the largest value that is drawn in full: a round number if there are outliers, infinite otherwise. */
function scaleLimit(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((one, other) => one - other)
  const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0
  const limit = roundUp(usual * OUTLIER_FACTOR)
  return sorted.length < VALUES_MIN || (sorted.at(-1) ?? 0) <= limit ? Infinity : limit
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return ([1, 2, 5].find((step) => value <= step * power) ?? 10) * power
}
