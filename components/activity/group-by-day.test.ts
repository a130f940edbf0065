import { expect, it } from 'vitest'
import { groupByDay } from '@/components/activity/group-by-day'

const NOW_MS = Date.parse('2026-11-27T01:30:00Z')

function days(instants: readonly string[], timeZone: string, nowMs = NOW_MS) {
  const entries = instants.map((at) => ({ at }))
  return groupByDay(entries, nowMs, timeZone).map(({ name, entries: its }) => [name, its.map(({ at }) => at)])
}

it('names today, yesterday, an earlier day and a day of another year', () => {
  const instants = ['2026-11-27T01:00:00Z', '2026-11-27T00:10:00Z', '2026-11-26T23:59:00Z', '2026-11-25T12:00:00Z']
  expect(days([...instants, '2025-11-25T12:00:00Z'], 'UTC')).toEqual([
    ['Today', instants.slice(0, 2)],
    ['Yesterday', ['2026-11-26T23:59:00Z']],
    ['Wednesday, November 25', ['2026-11-25T12:00:00Z']],
    ['Tuesday, November 25, 2025', ['2025-11-25T12:00:00Z']],
  ])
})

it('uses the days of the time zone', () => {
  const [late, early] = ['2026-11-27T01:00:00Z', '2026-11-26T04:59:00Z']
  expect(days([late, early], 'UTC').map(([name]) => name)).toEqual(['Today', 'Yesterday'])
  expect(days([late, early], 'America/New_York').map(([name]) => name)).toEqual(['Today', 'Yesterday'])
  expect(days([early], 'Pacific/Auckland').map(([name]) => name)).toEqual(['Yesterday'])
  expect(days(['2026-11-26T12:00:00Z'], 'Pacific/Auckland').map(([name]) => name)).toEqual(['Today'])
})

it('finds yesterday when a day has 23 or 25 hours', () => {
  const berlin = (now: string, at: string) => days([at], 'Europe/Berlin', Date.parse(now))[0]?.[0]
  expect(berlin('2026-10-25T22:45:00Z', '2026-10-24T12:00:00Z')).toBe('Yesterday')
  expect(berlin('2026-10-25T23:30:00Z', '2026-10-24T22:30:00Z')).toBe('Yesterday')
  expect(berlin('2026-03-29T22:15:00Z', '2026-03-28T23:30:00Z')).toBe('Yesterday')
})

it('returns no day without entries', () => {
  expect(days([], 'UTC')).toEqual([])
})
