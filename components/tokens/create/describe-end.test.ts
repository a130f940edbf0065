import { expect, it } from 'vitest'
import { describeEnd } from '@/components/tokens/create/describe-end'

const NOW_MS = Date.parse('2026-11-21T21:40:00Z')

it('states the exact time that a lifetime leads to', () => {
  const end = { expires_in_seconds: 90 * 86_400 }
  expect(describeEnd(end, NOW_MS, 'Europe/London')).toBe('Expires on Friday, 19 February 2027, 21:40 (Europe/London).')
})

it('names UTC once', () => {
  expect(describeEnd({ expires_in_seconds: 60 }, NOW_MS, 'UTC')).toBe(
    'Expires on Saturday, 21 November 2026, 21:41 UTC.',
  )
})

it('states the last minute of a chosen day', () => {
  const end = { expires_at: '2027-02-19T22:59:59Z' }
  expect(describeEnd(end, NOW_MS, 'Europe/Berlin')).toBe('Expires on Friday, 19 February 2027, 23:59 (Europe/Berlin).')
})

it('asks for a day until one is chosen', () => {
  expect(describeEnd({ expires_at: '' }, NOW_MS, 'UTC')).toBe('Choose the last day the token should work.')
})

it('warns about a token that never expires', () => {
  const sentence = 'Doesn’t expire. Anyone who finds it can use it until you revoke it.'
  expect(describeEnd({ never: true }, NOW_MS, 'UTC')).toBe(sentence)
})
