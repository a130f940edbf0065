import { expect, it } from 'vitest'
import { eventActor } from '@/lib/domain/activity/event-actor'

const OWNER = 'the owner'
const event = { action: 'token.revoked', actorUserId: null, address: null, details: {} }

it.each([
  ['the owner', { actorUserId: OWNER, address: '192.0.2.1' }, 'you'],
  ['an administrator', { actorUserId: 'another account', address: '192.0.2.1' }, 'administrator'],
  ['the command line', { details: { reason: 'administrator', by: 'administrator' } }, 'operator'],
  ['the command line that issues a link', { action: 'account.password_reset_asked', details: { mailed: true } }, 'operator'],
  ['a visitor who requests a link', { action: 'account.password_reset_asked' }, 'visitor'],
  ['a request without a sign-in', { address: '192.0.2.1' }, 'visitor'],
  ['housekeeping', { details: { by: 'housekeeping' } }, 'server'],
  ['a group at a provider', { address: '192.0.2.1', details: { by: 'provider' } }, 'server'],
  ['the detection of a copied token', { actorUserId: OWNER, details: { reason: 'reuse_detected' } }, 'server'],
] as const)('attributes an event to %s', (_, changed, actor) => {
  expect(eventActor({ ...event, ...changed }, OWNER)).toBe(actor)
}) // prettier-ignore
