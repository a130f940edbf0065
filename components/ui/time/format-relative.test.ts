import { describe, expect, it } from 'vitest'
import { formatRelative } from '@/components/ui/time/format-relative'

const NOW_MS = Date.parse('2026-11-21T12:00:00Z')

describe('a relative time', () => {
  it.each([
    ['2026-11-21T11:59:30Z', 'just now'],
    ['2026-11-21T12:00:20Z', 'just now'],
    ['2026-11-21T12:00:45Z', 'in a moment'],
    ['2026-11-21T11:48:00Z', '12 minutes ago'],
    ['2026-11-21T08:10:00Z', '3 hours ago'],
    ['2026-11-20T11:00:00Z', '1 day ago'],
    ['2026-11-26T11:59:00Z', 'in 5 days'],
    ['2026-11-26T18:00:00Z', 'in 5 days'],
    ['2026-11-16T13:00:00Z', '4 days ago'],
    ['2026-11-14T12:00:00Z', '14 Nov 2026'],
    ['2027-02-12T00:00:00Z', '12 Feb 2027'],
  ])('shows %s as “%s”', (instant, words) => {
    expect(formatRelative(instant, NOW_MS, 'UTC')).toBe(words)
  })

  it('uses the date in the given time zone', () => {
    expect(formatRelative('2027-02-12T00:00:00Z', NOW_MS, 'America/New_York')).toBe('11 Feb 2027')
  })
})
