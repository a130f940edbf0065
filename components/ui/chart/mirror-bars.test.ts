import { expect, it } from 'vitest'
import { mirrorBars } from '@/components/ui/chart/mirror-bars'

const whole = { isUpCut: false, isDownCut: false }
const upward = (...values: number[]) => values.map((up) => ({ up, down: 0 }))

it('uses one scale for both directions and fills the plot', () => {
  expect(
    mirrorBars([
      { up: 30, down: 0 },
      { up: 15, down: 10 },
    ]),
  ).toEqual({
    baseline: 75,
    upTop: 30,
    downTop: 10,
    bars: [
      { up: 75, down: 0, ...whole },
      { up: 37.5, down: 25, ...whole },
    ],
  })
})

it('keeps one among thousands visible, and draws zero as zero', () => {
  expect(mirrorBars(upward(5000, 1, 0)).bars.map(({ up }) => up)).toEqual([100, 1.5, 0])
})

it('cuts off an outlier, so that it does not flatten the other bars', () => {
  const { upTop, bars } = mirrorBars(upward(10, 8, 9, 10, 7, 10, 48_000))
  expect(upTop).toBe(50)
  expect(bars.map(({ up }) => up)).toEqual([20, 16, 18, 20, 14, 20, 100])
  expect(bars.map(({ isUpCut }) => isUpCut)).toEqual([false, false, false, false, false, false, true])
})

it('cuts off nothing when large values are common', () => {
  const { upTop, bars } = mirrorBars(upward(10, 8, 9, 10, 7, 900, 1000))
  expect(upTop).toBe(1000)
  expect(bars.some(({ isUpCut, isDownCut }) => isUpCut || isDownCut)).toBe(false)
})

it('leaves the plot empty when every value is zero', () => {
  const bars = [{ up: 0, down: 0, ...whole }]
  expect(mirrorBars([{ up: 0, down: 0 }])).toEqual({ baseline: 100, upTop: 0, downTop: 0, bars })
  expect(mirrorBars([])).toEqual({ baseline: 100, upTop: 0, downTop: 0, bars: [] })
})
