import { expect, it } from 'vitest'
import { rejectionBursts, usageByDay, usageByHour } from '@/components/tokens/page/usage-points'

const NOON = Date.parse('2026-11-22T12:00:00Z')
const hours = [
  { hour: '2026-11-20T23:00:00.000Z', count: 5, refused: 0 },
  { hour: '2026-11-22T00:00:00.000Z', count: 1, refused: 10 },
  { hour: '2026-11-22T09:00:00.000Z', count: 2, refused: 9 },
]

it('sums up requests by day in UTC, oldest first, with days without any', () => {
  expect(usageByDay(hours, NOON, 3)).toEqual([
    { day: '2026-11-20', up: 5, down: 0 },
    { day: '2026-11-21', up: 0, down: 0 },
    { day: '2026-11-22', up: 3, down: 19 },
  ])
})

it('returns all 24 hours of a day', () => {
  const points = usageByHour(hours, '2026-11-22')
  expect(points).toHaveLength(24)
  expect(points.filter(({ up, down }) => up + down > 0)).toEqual([
    { hour: '00:00', up: 1, down: 10 },
    { hour: '09:00', up: 2, down: 9 },
  ])
})

it('counts ten rejected requests within an hour as a burst', () => {
  expect(rejectionBursts(hours)).toEqual([{ at: '2026-11-22T00:00:00.000Z', count: 10 }])
})
