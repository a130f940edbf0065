import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { Account } from '@/lib/domain/accounts/account-store'
import { transaction } from '@/lib/db/transaction'
import { completeSignIn, sessionDoor } from '@/lib/domain/sessions/complete-sign-in'
import { POST as startSession } from '@/app/api/v1/auth/session/route'
import { arrive, goOn, link, proven, sessionIn, withAcme } from '@/test/support/arrivals'
import { newCodes } from '@/test/support/codes'
import { newAccount, newInstance, PASSWORD } from '@/test/support/factories'
import { withoutPassword } from '@/test/support/identities'
import { APP, call } from '@/test/support/requests/api'
import { withSettings } from '@/test/support/with-settings'

const rowOf = async ({ id }: { id: string }) => database().user.findUniqueOrThrow({ where: { id } })
const identities = async () => database().identity.findMany()
const confirm = async ({ id }: Account) => database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })
const actions = async () =>
  (await database().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
const mails = async () => (await database().outboxMail.findMany()).map(({ kind, userId }) => [kind, userId])

beforeEach(newInstance)
beforeEach(() => withAcme())

describe('a known identity', () => {
  it('leads to its account, with a token that remembers it', async () => {
    const account = await newAccount()
    const identity = proven()
    const { id: identityId } = await link(account, identity)
    const { signIn } = await arrive(identity)
    expect(signIn?.user.id).toBe(account.id)
    const token = await database().token.findUniqueOrThrow({ where: { id: signIn?.tokenId ?? '' } })
    expect(token).toMatchObject({ identityId, kind: 'session' })
    const [event] = await database().auditEvent.findMany({ where: { action: 'session.started' } })
    expect(event?.details).toMatchObject({ methods: ['provider'], provider: 'acme' })
  })

  it('leads to the same account after the address changed at the provider, and changes nothing of the account', async () => {
    const account = await confirm(await newAccount())
    const other = await confirm(await newAccount())
    const identity = proven({ email: account.email })
    await link(account, identity)
    const { signIn } = await arrive({ ...identity, email: other.email, username: other.username })
    expect(signIn?.user.id).toBe(account.id)
    const { email, username, emailVerifiedAt } = await rowOf(account)
    expect([email, username, emailVerifiedAt]).toEqual([account.email, account.username, account.emailVerifiedAt])
    expect((await identities())[0]).toMatchObject({ email: other.email, username: other.username })
  })

  it('is identified by issuer and subject together', async () => {
    const account = await newAccount()
    const identity = proven()
    await link(account, identity)
    const elsewhere = await arrive({ ...identity, issuer: 'https://other.example', email: null, emailVerified: false })
    expect(elsewhere.code).toBe('account_needed')
    const other = await arrive({ ...identity, subject: identity.subject.toUpperCase() })
    expect(other.code).toBe('account_needed')
  })

  it('of a deactivated account is rejected and changes no row', async () => {
    const account = await newAccount({ isActive: false })
    const identity = proven()
    await link(account, identity)
    const before = [await rowOf(account), await identities()]
    expect(await arrive({ ...identity, username: 'changed' })).toMatchObject({ code: 'credentials_invalid' })
    expect([await rowOf(account), await identities()]).toEqual(before)
    expect(await database().token.count()).toBe(0)
  })

  it('signs in to a locked account, and neither clears its failed attempts nor lifts the lock', async () => {
    const lock = { failedSignIns: 10, lockedUntil: new Date(now().getTime() + 600_000), knownBrowserFailures: 3 }
    const account = await newAccount()
    const identity = proven()
    await link(account, identity)
    await database().user.update({ where: { id: account.id }, data: lock })
    expect((await arrive(identity)).signIn?.user.id).toBe(account.id)
    expect(await rowOf(account)).toMatchObject(lock)
  })

  it('needs a confirmed address where the deployment requires one', async () => {
    const account = await newAccount()
    const identity = proven({ email: account.email })
    await link(account, identity)
    withSettings({ REQUIRE_EMAIL_VERIFICATION: 'true' })
    expect(await arrive(identity)).toMatchObject({ code: 'credentials_invalid' })
    await confirm(account)
    expect((await arrive(identity)).signIn?.user.id).toBe(account.id)
  })

  it.each([
    ['fresh', true, true],
    ['visit', true, false],
    ['visit', false, true],
  ])('at a provider with STEP_UP=%s, password: %s, counts as a step-up: %s', async (stepUp, hasPassword, counts) => {
    withAcme({ STEP_UP: stepUp })
    const account = await newAccount()
    if (!hasPassword) await withoutPassword(account)
    const identity = proven()
    await link(account, identity)
    const { signIn } = await arrive(identity)
    const { authTime } = await database().token.findUniqueOrThrow({ where: { id: signIn?.tokenId ?? '' } })
    expect(authTime !== null).toBe(counts)
  })
})

describe('a verified address that an account has confirmed', () => {
  it('links the account, tells its owner, and leaves the account as it was', async () => {
    const account = await confirm(await newAccount())
    const { signIn } = await arrive(proven({ email: account.email.toUpperCase() }))
    expect(signIn?.user.id).toBe(account.id)
    expect(await identities()).toEqual([expect.objectContaining({ userId: account.id })])
    expect(await actions()).toEqual(['identity.linked', 'session.started'])
    expect(await mails()).toContainEqual(['identity_linked', account.id])
    const { email, passwordHash, username } = await rowOf(account)
    expect([email, passwordHash, username]).toEqual([account.email, account.passwordHash, account.username])
  })

  it.each([
    ['an administrator', async (account: Account) => database().user.update({ where: { id: account.id }, data: { isAdmin: true } })],
    ['any account, with LINK=ask', async () => withAcme({ LINK: 'ask' })],
  ])('asks for the password of %s', async (_, prepare) => {
    const account = await confirm(await newAccount())
    await prepare(account)
    const arrival = await arrive(proven({ email: account.email }))
    expect(arrival).toMatchObject({ code: 'link_required', members: { choices: ['password'], next: '/tokens' } })
    expect(await identities()).toEqual([])
    const answer = await goOn(arrival, { password: PASSWORD })
    expect([answer.status, answer.json.user.id]).toEqual([200, account.id])
    expect(sessionIn(answer)).toBeDefined()
    const [event] = await database().auditEvent.findMany({ where: { action: 'session.started' } })
    expect(event?.details).toMatchObject({ methods: ['password', 'provider'], provider: 'acme' })
  }) // prettier-ignore

  it('rejects a wrong password, counts it like any other, and never links', async () => {
    withAcme({ LINK: 'ask' })
    const account = await confirm(await newAccount())
    const arrival = await arrive(proven({ email: account.email }))
    const { status, json } = await goOn(arrival, { password: 'wrong' })
    expect([status, json.code]).toEqual([403, 'password_incorrect'])
    expect((await rowOf(account)).failedSignIns).toBe(1)
    expect(await identities()).toEqual([])
  })

  it('offers nothing for an account without a password, and rejects a deactivated one', async () => {
    withAcme({ LINK: 'ask' })
    const account = await withoutPassword(await confirm(await newAccount()))
    expect(await arrive(proven({ email: account.email }))).toMatchObject({
      code: 'link_required',
      members: { choices: [] },
    })
    const gone = await confirm(await newAccount({ isActive: false }))
    expect(await arrive(proven({ email: gone.email }))).toMatchObject({ code: 'credentials_invalid' })
    expect(await identities()).toEqual([])
  })

  it('does not start fresh: the address is taken', async () => {
    withAcme({ LINK: 'ask' })
    const account = await confirm(await newAccount())
    const arrival = await arrive(proven({ email: account.email }))
    const { json } = await goOn(arrival, { start_fresh: true, account: { username: 'newcomer' } })
    expect(json.code).toBe('link_required')
    expect((await rowOf(account)).email).toBe(account.email)
  })
})

describe('a verified address that an account never confirmed', () => {
  it('links with the right password, and the address becomes confirmed', async () => {
    const account = await newAccount()
    const arrival = await arrive(proven({ email: account.email }))
    expect(arrival).toMatchObject({ code: 'link_required', members: { choices: ['password', 'start_fresh'] } })
    const { status, json } = await goOn(arrival, { password: PASSWORD })
    expect([status, json.user.id, json.user.email_verified]).toEqual([200, account.id, true])
    expect(await actions()).toEqual(['identity.linked', 'account.email_confirmed', 'session.started'])
  })

  it.each(['false', 'true'])(
    'goes to a new account, which inherits nothing (REQUIRE_EMAIL_VERIFICATION=%s)',
    async (required) => {
      withAcme({}, { REQUIRE_EMAIL_VERIFICATION: required })
      const attacker = await newAccount()
      await newCodes(attacker)
      const arrival = await arrive(proven({ email: attacker.email }))
      const asked = await goOn(arrival, { start_fresh: true })
      expect([asked.status, asked.json.code, asked.json.ticket]).toEqual([
        409,
        'account_needed',
        arrival.members.ticket,
      ])
      expect(await rowOf(attacker)).toMatchObject({ email: attacker.email })
      const { status, json } = await goOn(arrival, { account: { username: 'owner' } })
      expect(status).toBe(200)
      expect(json.user).toMatchObject({ email: attacker.email, email_verified: true, username: 'owner' })
      expect(json.user.id).not.toBe(attacker.id)
      // The attacker keeps an account without the address, and no link that was emailed to it.
      const { email, emailVerifiedAt, emailReleasedAt } = await rowOf(attacker)
      expect([email, emailVerifiedAt]).toEqual([`${attacker.id}@no-email.invalid`, null])
      expect(emailReleasedAt).not.toBeNull()
      const left = await database().oneTimeCode.findMany({ where: { userId: attacker.id } })
      expect(left.map(({ purpose }) => purpose)).toEqual(['undo_email_change'])
      expect(await identities()).toEqual([expect.objectContaining({ userId: json.user.id })])
      // Nothing in the activity of the attacker shows where the owner came from.
      expect(await database().auditEvent.count({ where: { userId: attacker.id } })).toBe(0)
    },
  )

  it('is told once to the account that lost it, at its next sign-in', async () => {
    const loser = await newAccount()
    const arrival = await arrive(proven({ email: loser.email }))
    expect((await goOn(arrival, { start_fresh: true, account: { username: 'owner' } })).status).toBe(200)
    const signIn = async () =>
      call(startSession, { body: { username: loser.username, password: PASSWORD }, headers: { origin: APP } })
    expect((await signIn()).json).toMatchObject({ email_released: true, user: { email: null } })
    expect((await signIn()).json).not.toHaveProperty('email_released')
  })

  it('cannot start fresh where no account could be created', async () => {
    withAcme({}, { REGISTRATION: 'closed' })
    const account = await newAccount()
    const arrival = await arrive(proven({ email: account.email }))
    expect(arrival.members.choices).toEqual(['password'])
    const { status, json } = await goOn(arrival, { start_fresh: true, account: { username: 'owner' } })
    expect([status, json.code]).toEqual([403, 'registration_closed'])
    expect(await rowOf(account)).toMatchObject({ email: account.email })
  })
})

describe('an address that the provider does not vouch for', () => {
  it('finds no account, confirmed or not', async () => {
    for (const account of [await confirm(await newAccount()), await newAccount()]) {
      const arrival = await arrive(proven({ email: account.email, emailVerified: false }))
      expect(arrival).toMatchObject({ code: 'account_needed', members: { email_needed: true } })
      expect(JSON.stringify(arrival.members)).not.toContain(account.id)
    }
  })

  it('finds no account through the placeholder of an account without an address', async () => {
    const account = await newAccount()
    const email = `${account.id}@no-email.invalid`
    await database().user.update({ where: { id: account.id }, data: { email, emailKey: email } })
    expect(await arrive(proven({ email }))).toMatchObject({ code: 'account_needed', members: { email_needed: true } })
  })
})

it('an identity that was removed while it was being proven signs nobody in', async () => {
  const account = await newAccount()
  const { id } = await link(account, proven())
  const proof = {
    by: 'identity',
    account,
    identity: { id, provider: 'acme' },
    isFresh: true,
    withPassword: false,
  } as const
  await database().identity.delete({ where: { id } })
  await expect(transaction((tx) => completeSignIn(tx, proof, sessionDoor({})))).rejects.toMatchObject({
    code: 'credentials_invalid',
  })
  const { id: foreign } = await link(await newAccount(), proven())
  const other = { ...proof, identity: { id: foreign, provider: 'acme' } }
  await expect(transaction((tx) => completeSignIn(tx, other, sessionDoor({})))).rejects.toMatchObject({
    code: 'credentials_invalid',
  })
  expect(await database().token.count()).toBe(0)
})
