import { expect, it } from 'vitest'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import type { EventKind } from '@/lib/domain/activity/schema'
import { tellEvents } from '@/lib/domain/activity/tell-events'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signedIn() {
  const { key } = await newToken(await newAccount(), 'session')
  const principal = await resolvePrincipal({ method: 'GET', headers: new Headers({ cookie: `latchkey=${key}` }) }, [
    'session',
  ])
  return { key, principal }
}

it('lists events with the current names of tokens and the names of clients', async () => {
  const { key, principal } = await signedIn()
  const made = (await call(createToken, { body: { name: 'ci' }, session: key, context: { userAgent: FIREFOX } })).json
  await database().token.update({ where: { id: made.id }, data: { name: 'renamed' } })
  const { items } = await tellEvents(principal, {})
  expect(items).toMatchObject([
    { action: 'token.created', target: { name: 'renamed', kind: 'personal' }, client: { name: 'Firefox on Linux' } },
  ])
})

it('keeps the event but omits its target when the token belongs to another account', async () => {
  const { key, principal } = await signedIn()
  const made = (await call(createToken, { body: { name: 'ci' }, session: key })).json
  const foreign = await newToken(await newAccount(), 'personal', { name: 'not yours' })
  await database().auditEvent.updateMany({ where: { targetId: made.id }, data: { targetId: foreign.id } })
  expect((await tellEvents(principal, {})).items).toMatchObject([{ target: null, details: { name: 'ci' } }])
})

it('says who acted, and lists only the events of a kind', async () => {
  const { key, principal } = await signedIn()
  const { userId } = principal
  await call(createToken, { body: { name: 'ci' }, session: key })
  const target = { type: 'account', id: userId } as const
  const admin = { userId: (await newAccount()).id }
  await transaction((tx) => recordAudit(tx, { action: 'account.updated', actor: admin, userId, target }))
  await transaction((tx) => recordAudit(tx, { action: 'session.reauthenticated', actor: principal, userId, target }))
  const told = async (kind?: EventKind) =>
    (await tellEvents(principal, { kind })).items.map(({ action, actor }) => [action, actor])
  expect(await told('tokens')).toEqual([['token.created', 'you']])
  expect(await told('account')).toEqual([['account.updated', 'administrator']])
  expect(await told('sign_ins')).toEqual([['session.reauthenticated', 'you']])
  expect(await told()).toHaveLength(3)
})
