import { expect, it } from 'vitest'
import { endOfLocalDay } from '@/components/tokens/create/end-of-local-day'
import { localDay } from '@/components/tokens/create/local-day'

it.each(['2027-02-19', '2028-02-29', '2027-03-28', '0002-01-01'])('converts %s to a time on that same day', (day) => {
  expect(localDay(endOfLocalDay(day))).toBe(day)
})

it('returns the last second of the day', () => {
  const end = new Date(endOfLocalDay('2027-02-19'))
  expect([end.getHours(), end.getMinutes(), end.getSeconds()]).toEqual([23, 59, 59])
})

it.each(['', '2027-13-01', '12027-01-01'])('returns an empty string for “%s”, which is not a date', (day) => {
  expect(endOfLocalDay(day)).toBe('')
  expect(localDay(endOfLocalDay(day))).toBe('')
})
