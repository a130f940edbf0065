import { expect, it } from 'vitest'
import { mirrorBars } from '@/components/ui/chart/mirror-bars'

it('uses one scale for both directions and fills the plot', () => {
  expect(
    mirrorBars([
      { up: 30, down: 0 },
      { up: 15, down: 10 },
    ]),
  ).toEqual({
    baseline: 75,
    bars: [
      { up: 75, down: 0 },
      { up: 37.5, down: 25 },
    ],
  })
})

it('keeps one among thousands visible, and draws zero as zero', () => {
  expect(
    mirrorBars([
      { up: 5000, down: 0 },
      { up: 1, down: 0 },
    ]).bars,
  ).toEqual([
    { up: 100, down: 0 },
    { up: 1.5, down: 0 },
  ])
})

it('leaves the plot empty when every day is zero', () => {
  expect(mirrorBars([{ up: 0, down: 0 }])).toEqual({ baseline: 100, bars: [{ up: 0, down: 0 }] })
  expect(mirrorBars([])).toEqual({ baseline: 100, bars: [] })
})
