import { describe, expect, it } from 'vitest'
import { eventText, eventWords } from '@/components/activity/event-words'
import type { ToldEvent } from '@/lib/domain/activity/schema'
import { auditActions } from '@/lib/domain/audit/record-audit'

const token = { name: 'ci', kind: 'personal' } as const
const browser = { name: 'Firefox on Linux', kind: 'session' } as const
const firefox = { name: 'Firefox on Linux', form: 'computer' } as const
const words = (action: string, details: ToldEvent['details'] = {}, target: ToldEvent['target'] = null) =>
  eventText({ action, details, target, client: firefox })

describe('describes an event in plain words', () => {
  it.each([
    ['session.started', { name: 'Firefox on Linux' }, browser, 'Signed in'],
    ['session.started', { name: 'Old laptop' }, browser, 'Signed in (Old laptop)'],
    ['device.signed_in', { name: 'Firefox on Linux' }, null, 'App signed in'],
    ['device.signed_in', { name: 'gateway' }, null, 'gateway signed in'],
    ['device_request.approved', { client_id: 'backup', device_name: 'NAS' }, null, 'backup on NAS approved'],
    ['device_request.denied', { client_id: 'backup', device_name: null }, null, 'backup denied'],
    ['jwt.created', { name: 'Firefox on Linux' }, null, 'API client signed in'],
    ['jwt.created', { name: 'Grafana' }, null, 'Grafana signed in (JWT)'],
    ['account.updated', { fields: ['username', 'first_name'] }, null, 'Account updated: username, first name'],
    ['account.email_change_asked', {}, null, 'Email change requested'],
    ['token.created', { name: 'old name' }, token, 'Token ci created'],
    ['token.created', { name: 'old name' }, null, 'Token old name created'],
    ['token.updated', { name: 'ci', scopes: ['read'] }, token, 'Token renamed to ci, scopes changed to read'],
    ['token.updated', { scopes: ['read', 'write'] }, token, 'Scopes of ci changed to read, write'],
    ['token.updated', { scopes: [] }, token, 'All scopes removed from ci'],
    ['token.updated', { name: 'Laptop' }, browser, 'Device renamed to Laptop'],
    ['token.grace_ended', {}, token, 'Old token for ci revoked'],
    ['token.revoked', { reason: 'leaked' }, token, 'Token ci revoked (leaked)'],
    ['token.revoked', { reason: 'unspecified' }, browser, 'Firefox on Linux signed out'],
    ['token.revoked', { reason: 'session_policy' }, browser, 'Firefox on Linux signed out (device limit reached)'],
    ['token.revoked', { by: 'housekeeping' }, token, 'Token ci revoked (unused for a year)'],
    ['token.expired', {}, null, 'A token expired'],
    ['token.signed_out', {}, browser, 'Firefox on Linux signed out'],
  ] as const)('%s with %o and the target %o: “%s”', (action, details, target, sentence) => {
    expect(words(action, details as unknown as ToldEvent['details'], target)).toBe(sentence)
  })
}) // prettier-ignore

describe.each(auditActions)('%s', (action) => {
  it.each([null, token, browser])('has words of its own, and never its raw name, with the target %o', (target) => {
    const sentence = words(action, {}, target)
    expect(sentence).toMatch(/^[A-Z]/)
    expect(sentence).not.toBe(words('an action from a later version'))
    expect(sentence).not.toMatch(/[a-z][._][a-z]/)
  })
})

it('says something of an unknown action without its raw name', () => {
  expect(words('mail.address_confirmed')).toBe('Other account activity')
})

it('sets the name of a personal token apart, and no other name', () => {
  const rotated = { action: 'token.rotated', details: {}, client: firefox }
  expect(eventWords({ ...rotated, target: token })).toEqual(['Token ', { token: 'ci' }, ' rotated'])
  expect(eventWords({ ...rotated, target: browser })).toEqual([browser.name, ' rotated'])
})

it('names the fields that an administrator changed, without raw names', () => {
  const details = { before: { session_policy: 'default' }, after: { session_policy: 'one', later_field: 1 } }
  expect(words('account.updated', details)).toBe('Account updated: device limit')
})

it('tolerates details of an unexpected shape', () => {
  expect(words('account.updated', { fields: 'all' })).toBe('Account updated')
  expect(words('token.updated', { name: 7, scopes: 'x' }, token)).toBe('Token ci updated')
})
