import { expect, it } from 'vitest'
import { suggestedGrace } from '@/components/tokens/actions/rotate-grace'
import { DAY_MS, DAY_SECONDS } from '@/lib/base/durations'

const NOW_MS = Date.parse('2026-11-22T00:00:00Z')
const usedDaysAgo = (days: number) => ({ last_used_at: new Date(NOW_MS - days * DAY_MS).toISOString() })

it('suggests a day of grace for a token that was used in the last 7 days, and none for any other', () => {
  expect([0, 6.9, 7].map((days) => suggestedGrace(usedDaysAgo(days), NOW_MS))).toEqual(Array(3).fill(DAY_SECONDS))
  expect([7.1, 90].map((days) => suggestedGrace(usedDaysAgo(days), NOW_MS))).toEqual([0, 0])
  expect(suggestedGrace({ last_used_at: null }, NOW_MS)).toBe(0)
})
