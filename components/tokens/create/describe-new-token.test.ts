import { expect, it } from 'vitest'
import { describeNewToken } from '@/components/tokens/create/describe-new-token'
import { DAY_SECONDS } from '@/lib/base/durations'

const NOW_MS = Date.parse('2026-11-21T21:40:00Z')

type NewToken = Parameters<typeof describeNewToken>[0]

function sentence(token: Partial<NewToken>): string | null {
  const end = { expires_in_seconds: 90 * DAY_SECONDS }
  const usual: NewToken = { scopes: ['read'], end, idleSeconds: undefined, reminders: 'off' }
  return describeNewToken({ ...usual, ...token }, NOW_MS, 'Europe/London')
}

const after = (days: number) => ({ expires_in_seconds: days * DAY_SECONDS })

it('names the scopes, the expiry with its time zone, the idle limit and the emails', () => {
  expect(sentence({ scopes: ['read', 'write', 'deploy'], idleSeconds: 30 * DAY_SECONDS, reminders: 'on' })).toBe(
    'This creates a token with the scopes read, write and deploy that expires on Friday, 19 February 2027, 21:40 (Europe/London), or earlier if unused for 30 days; you’ll get an email 7 days before, 1 day before and at that time.',
  )
  expect(sentence({ end: { expires_at: '2027-02-19T23:59:59Z' } })).toBe(
    'This creates a token with the scope read that expires on Friday, 19 February 2027, 23:59 (Europe/London).',
  )
})

it('promises only the emails that the token’s lifetime leaves time for', () => {
  const promise = (days: number) => sentence({ end: after(days), reminders: 'on' })?.split('; ')[1]
  expect(promise(8)).toBe('you’ll get an email 7 days before, 1 day before and at that time.')
  expect([2, 7].map(promise)).toEqual(Array(2).fill('you’ll get an email 1 day before and at that time.'))
  expect(promise(1)).toBe('you’ll get an email at that time.')
  expect(sentence({ reminders: 'unconfirmed' })).toContain('; to get reminders, confirm an email address')
})

it('promises no email about a token that doesn’t expire on a date', () => {
  const never = { end: { never: true }, reminders: 'on' } as const
  expect(sentence({ ...never, scopes: [] })).toBe('This creates a token without scopes that doesn’t expire.')
  expect(sentence({ ...never, scopes: ['read', 'write'], idleSeconds: 7 * DAY_SECONDS })).toBe(
    'This creates a token with the scopes read and write that expires only if unused for 7 days.',
  )
})

it('says nothing until a day is chosen', () => {
  expect(sentence({ end: { expires_at: '' } })).toBeNull()
})
