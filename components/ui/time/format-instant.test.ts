import { expect, it } from 'vitest'
import { formatInstant } from '@/components/ui/time/format-instant'

it('formats an instant in full, in the given time zone', () => {
  expect(formatInstant('2027-02-19T20:40:00Z', 'Europe/Berlin')).toBe('Friday, 19 February 2027, 21:40')
})

it('marks UTC, which is not the viewer’s local time', () => {
  expect(formatInstant('2027-02-19T00:05:00Z', 'UTC')).toBe('Friday, 19 February 2027, 00:05 UTC')
})
