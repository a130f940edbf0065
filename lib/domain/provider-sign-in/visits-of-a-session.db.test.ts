import { beforeEach, describe, expect, it } from 'vitest'
import { now, secondsAfter } from '@/lib/base/clock'
import { runWithRequestContext } from '@/lib/base/request-context'
import { database } from '@/lib/db/client'
import type { Account } from '@/lib/domain/accounts/account-store'
import { linkProvider } from '@/lib/domain/provider-sign-in/link-provider'
import { stepUpAtProvider } from '@/lib/domain/provider-sign-in/step-up-at-provider'
import { getProvider } from '@/lib/domain/providers/get-provider'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import type { Principal } from '@/lib/keys/principal'
import { GET as getUser } from '@/app/api/v1/auth/user/route'
import { link, proven, withAcme } from '@/test/support/arrivals'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { withoutPassword } from '@/test/support/identities'
import { APP, call } from '@/test/support/requests/api'

const CONTEXT = {
  requestId: 'test',
  address: '192.0.2.1',
  userAgent: 'vitest',
  authorizationCount: 0,
  isBodyRefused: false,
  isStoreUnavailable: false,
}

/** The session of a browser, and the visit to a provider that it has begun. */
async function newVisit(account: Account) {
  const { id: tokenId, key } = await newToken(account, 'session')
  await database().token.update({ where: { id: tokenId }, data: { authTime: null } })
  const request = new Request(APP, { headers: { cookie: `latchkey=${key}` } })
  const principal = (await runWithRequestContext({ ...CONTEXT }, () =>
    resolvePrincipal(request, ['session']),
  )) as Principal<'session'>
  return { principal, key, journey: { tokenId, userId: account.id, startedAt: now() } }
}

type Visit = Awaited<ReturnType<typeof newVisit>>

const inContext = <T>(work: () => Promise<T>) => runWithRequestContext({ ...CONTEXT }, work)
const linking = (principal: Visit['principal'] | null, journey: Visit['journey'], identity: ProvenIdentity) =>
  inContext(() => linkProvider(principal, journey, identity))
const steppingUp = (principal: Visit['principal'] | null, journey: Visit['journey'], identity: ProvenIdentity) =>
  inContext(() => stepUpAtProvider(principal, journey, getProvider('acme'), identity))
const authTimeOf = async ({ journey }: Visit) =>
  (await database().token.findUniqueOrThrow({ where: { id: journey.tokenId } })).authTime

beforeEach(newInstance)
beforeEach(() => withAcme())

describe('a visit to link a provider', () => {
  it('adds the identity to the account of the session, whatever its address, and tells the owner', async () => {
    const account = await newAccount()
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: now() } })
    const { principal, journey } = await newVisit(account)
    const identity = proven({ email: (await newAccount()).email })
    const view = await linking(principal, journey, identity)
    expect(view).toMatchObject({ provider: 'acme', label: 'Acme', email: identity.email, last_way_in: false })
    expect(await database().identity.findMany()).toMatchObject([{ id: view.id, userId: account.id }])
    const [event] = await database().auditEvent.findMany({ where: { action: 'identity.linked' } })
    expect(event).toMatchObject({ actorTokenId: journey.tokenId, details: { provider: 'acme', proof: 'session' } })
    expect(await database().outboxMail.findMany()).toMatchObject([{ kind: 'identity_linked', userId: account.id }])
  })

  it('changes nothing if the account has the identity already', async () => {
    const account = await newAccount()
    const identity = proven()
    const { id } = await link(account, identity)
    const { principal, journey } = await newVisit(account)
    expect(await linking(principal, journey, identity)).toMatchObject({ id })
    expect([await database().identity.count(), await database().auditEvent.count()]).toEqual([1, 0])
  })

  it('rejects an identity of another account', async () => {
    const identity = proven()
    await link(await newAccount(), identity)
    const before = await database().identity.findMany()
    const { principal, journey } = await newVisit(await newAccount())
    await expect(linking(principal, journey, { ...identity, username: 'changed' })).rejects.toMatchObject({
      code: 'identity_taken',
    })
    expect(await database().identity.findMany()).toEqual(before)
  })

  it('gives an identity to one of two accounts that link it at once', async () => {
    const identity = proven()
    const visits = [await newVisit(await newAccount()), await newVisit(await newAccount())]
    const results = await Promise.allSettled(
      visits.map(({ principal, journey }) => linking(principal, journey, identity)),
    )
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'identity_taken' } })
    expect(await database().identity.count()).toBe(1)
  })
})

describe.each([
  ['link', linking],
  ['step up', steppingUp],
] as const)('a visit to %s', (_, finish) => {
  it('ends in the session that it began in: no other one, none, and no revoked one', async () => {
    const account = await withoutPassword(await newAccount())
    const identity = proven({ authenticatedAt: now() })
    const { principal, journey } = await newVisit(account)
    const other = await newVisit(account)
    const stranger = await newVisit(await newAccount())
    for (const session of [null, other.principal, stranger.principal]) {
      await expect(finish(session, journey, identity)).rejects.toMatchObject({ code: 'provider_failed' })
    }
    await database().token.update({ where: { id: journey.tokenId }, data: { revokedAt: now() } })
    await expect(finish(principal, journey, identity)).rejects.toMatchObject({ code: 'provider_failed' })
    expect(await database().identity.count()).toBe(0)
  })
})

describe('a visit to step up', () => {
  /** An account with an identity that has entered a credential this many seconds after the visit began. */
  async function prepared(options: { seconds?: number | null; hasPassword?: boolean } = {}) {
    const { seconds = 1, hasPassword = true } = options
    const account = await newAccount()
    if (!hasPassword) await withoutPassword(account)
    const identity = proven()
    await link(account, identity)
    const visit = await newVisit(account)
    const authenticatedAt = seconds === null ? null : secondsAfter(visit.journey.startedAt, seconds)
    return { visit, identity: { ...identity, authenticatedAt } }
  }

  it('renews the step-up, with a new key for the session, and says so in the audit log', async () => {
    const { visit, identity } = await prepared()
    const { sessionKey, validUntil } = await steppingUp(visit.principal, visit.journey, identity)
    expect(await authTimeOf(visit)).not.toBeNull()
    expect(validUntil > now()).toBe(true)
    expect((await call(getUser, { session: visit.key })).json.code).toBe('token_superseded')
    expect((await call(getUser, { session: sessionKey })).status).toBe(200)
    const [event] = await database().auditEvent.findMany()
    expect(event).toMatchObject({ action: 'session.reauthenticated', actorTokenId: visit.journey.tokenId })
    expect(event?.details).toEqual({ methods: ['provider'], provider: 'acme' })
  })

  it.each([
    ['no time of authentication', null],
    ['an authentication before the visit', -31],
  ])('rejects %s where the provider can prove freshness', async (_, seconds) => {
    const { visit, identity } = await prepared({ seconds })
    await expect(steppingUp(visit.principal, visit.journey, identity)).rejects.toMatchObject({
      code: 'provider_failed',
    })
    expect(await authTimeOf(visit)).toBeNull()
  })

  it('accepts a provider’s clock that is 30 seconds behind', async () => {
    const { visit, identity } = await prepared({ seconds: -30 })
    await steppingUp(visit.principal, visit.journey, identity)
    expect(await authTimeOf(visit)).not.toBeNull()
  })

  it('with STEP_UP=visit counts only for an account without a usable password', async () => {
    withAcme({ STEP_UP: 'visit' })
    const withPassword = await prepared({ seconds: null })
    const { visit: rejected } = withPassword
    await expect(steppingUp(rejected.principal, rejected.journey, withPassword.identity)).rejects.toMatchObject({
      code: 'provider_failed',
    })
    const { visit, identity } = await prepared({ seconds: null, hasPassword: false })
    await steppingUp(visit.principal, visit.journey, identity)
    expect([await authTimeOf(rejected), await authTimeOf(visit)]).toEqual([null, expect.any(Date)])
    withAcme({ STEP_UP: 'visit' }, { PASSWORD_SIGN_IN: 'off' })
    await steppingUp(rejected.principal, rejected.journey, withPassword.identity)
  })

  it('rejects an identity that is unknown or belongs to another account', async () => {
    const { visit } = await prepared()
    const foreign = proven({ authenticatedAt: secondsAfter(now(), 1) })
    const rejection = { code: 'provider_failed' }
    await expect(steppingUp(visit.principal, visit.journey, foreign)).rejects.toMatchObject(rejection)
    await link(await newAccount(), foreign)
    await expect(steppingUp(visit.principal, visit.journey, foreign)).rejects.toMatchObject(rejection)
    expect(await authTimeOf(visit)).toBeNull()
  })
})
