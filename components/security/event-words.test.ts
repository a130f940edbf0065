import { describe, expect, it } from 'vitest'
import { eventWords } from '@/components/security/event-words'
import type { ToldEvent } from '@/lib/domain/activity/schema'

const token = { name: 'ci', kind: 'personal' } as const
const browser = { name: 'Firefox on Linux', kind: 'session' } as const
const words = (action: string, details: ToldEvent['details'] = {}, target: ToldEvent['target'] = null) =>
  eventWords({ action, details, target })

describe('describes an event in plain words', () => {
  it.each([
    ['session.started', { name: 'Firefox on Linux' }, browser, 'Signed in with Firefox on Linux'],
    ['account.updated', { fields: ['username', 'first_name'] }, null, 'Changed: username, first name'],
    ['token.created', { name: 'old name' }, token, 'Token ci was created'],
    ['token.created', { name: 'old name' }, null, 'Token old name was created'],
    ['token.updated', { name: 'ci', scopes: ['read'] }, token, 'A token is called ci now and may read now'],
    ['token.updated', { name: 'Laptop' }, browser, 'A device is called Laptop now'],
    ['token.revoked', { reason: 'leaked' }, token, 'Token ci was revoked, its key had leaked'],
    ['token.revoked', { reason: 'unspecified' }, browser, 'Firefox on Linux was signed out'],
    ['token.revoked', { reason: 'session_policy' }, browser, 'Firefox on Linux was signed out to make room for a new sign-in'],
    ['token.revoked', { by: 'housekeeping' }, token, 'Token ci was revoked, nobody had used it for a year'],
    ['token.expired', {}, null, 'A token ran out'],
    ['token.signed_out', {}, browser, 'Firefox on Linux was signed out'],
  ] as const)('%s with %o and the target %o: “%s”', (action, details, target, sentence) => {
    expect(words(action, details as unknown as ToldEvent['details'], target)).toBe(sentence)
  })
}) // prettier-ignore

it.each([
  ['mail.address_confirmed', 'Mail: address confirmed'],
  ['something', 'Something'],
  ['', ''],
])('turns the unknown action “%s” into readable words', (action, sentence) => {
  expect(words(action)).toBe(sentence)
})

it('tolerates details of an unexpected shape', () => {
  expect(words('account.updated', { fields: 'all' })).toBe('Changed: the profile')
  expect(words('token.updated', { name: 7, scopes: 'x' }, token)).toBe('A token was changed')
})
