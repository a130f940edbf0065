import { expect, it } from 'vitest'
import { mirrorBars } from '@/components/ui/chart/mirror-bars'

it('both directions have one scale and fill the plot', () => {
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

it('one among thousands can still be seen, and nothing stays nothing', () => {
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

it('days without anything leave an empty plot on its ground', () => {
  expect(mirrorBars([{ up: 0, down: 0 }])).toEqual({ baseline: 100, bars: [{ up: 0, down: 0 }] })
  expect(mirrorBars([])).toEqual({ baseline: 100, bars: [] })
})
