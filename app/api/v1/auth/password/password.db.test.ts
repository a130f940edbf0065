import { beforeEach, describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { DELETE as remove, POST as set } from '@/app/api/v1/auth/password/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { isKnownDevice, issueKnownDevice } from '@/lib/domain/accounts/sign-in/known-device'
import { hasOtherWayIn } from '@/lib/domain/accounts/sign-in/last-way-in'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { codeOf, newCodes } from '@/test/support/codes'
import { untilItWaits } from '@/test/support/database/lock-wait'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { ACME, newIdentity, withoutPassword } from '@/test/support/identities'
import { call } from '@/test/support/requests/api'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const NEW = 'nine lanterns over the quiet harbour'
const chosen = { new_password: NEW, confirm_password: NEW }

beforeEach(() => withSettings(ACME))

/** Creates an account with a session, confirmed this many minutes ago. */
async function newPerson({ minutes = 0, isAdmin = false } = {}) {
  const account = await newAccount({ isAdmin })
  await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date() } })
  const { id, key } = await newToken(account, 'session')
  await database().token.update({ where: { id }, data: { authTime: new Date(Date.now() - minutes * 60_000) } })
  return { account, session: key }
}

const setting = (session: string, body: object = chosen) => call(set, { session, body })
const removing = (session: string, body: object = {}) => call(remove, { method: 'DELETE', session, body })
const storedHash = async ({ id }: Account) => (await database().user.findUniqueOrThrow({ where: { id } })).passwordHash
const signIn = async ({ username }: Account, password: string) =>
  (await call(login, { body: { username, password } })).status

describe('setting the first password', () => {
  it('lets the owner sign in with it, and signs out nothing', async () => {
    const { account, session } = await newPerson()
    await withoutPassword(account)
    const app = await newToken(account, 'device')
    expect((await call(user, { session })).json.has_password).toBe(false)
    const { status, json } = await setting(session)
    expect([status, json.username, json.has_password]).toEqual([200, account.username, true])
    expect((await call(user, { session })).json.has_password).toBe(true)
    expect((await call(user, { key: app.key })).status).toBe(200)
    expect(await signIn(account, NEW)).toBe(200)
  })

  it('ends pending reset links', async () => {
    const { account, session } = await newPerson()
    await withoutPassword(account)
    await newCodes(account)
    await setting(session)
    const link = { uid: account.id, token: codeOf(account, 'reset_password') }
    const late = { new_password: PASSWORD, confirm_password: PASSWORD }
    expect((await call(confirmReset, { body: { ...link, ...late } })).json.code).toBe('code_invalid')
  })

  it('leaves an account that has one unchanged', async () => {
    const { account, session } = await newPerson()
    const { status, json } = await setting(session)
    expect([status, json.code]).toEqual([409, 'password_exists'])
    expect(await storedHash(account)).toBe(account.passwordHash)
  })

  it('is won by exactly one of many concurrent requests', async () => {
    const { account, session } = await newPerson()
    await withoutPassword(account)
    const answers = await Promise.all(Array.from({ length: 5 }, () => setting(session)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    expect(await database().auditEvent.count({ where: { action: 'account.password_set' } })).toBe(1)
  })

  it('requires a recent confirmation and the password rules', async () => {
    const { account, session } = await newPerson({ minutes: 16 })
    await withoutPassword(account)
    expect((await setting(session)).json.code).toBe('reauthentication_required')
    const fresh = await newToken(account, 'session')
    const short = await setting(fresh.key, { new_password: 'short', confirm_password: 'short' })
    expect([short.status, short.json.errors[0].pointer]).toEqual([400, '/new_password'])
    const same = await setting(fresh.key, { new_password: NEW, confirm_password: `${NEW}!` })
    expect([same.status, same.json.errors[0].pointer]).toEqual([400, '/confirm_password'])
    expect(await storedHash(account)).toBeNull()
  })
})

describe('removing the password', () => {
  it('leaves the provider as the only way to sign in, and signs out nothing', async () => {
    const { account, session } = await newPerson()
    await newIdentity(account)
    expect((await removing(session)).status).toBe(204)
    expect((await call(user, { session })).json.has_password).toBe(false)
    const [right, unknown] = [
      await call(login, { body: { username: account.username, password: PASSWORD } }),
      await call(login, { body: { username: 'nobody', password: PASSWORD } }),
    ]
    expect([right.status, right.text]).toEqual([401, unknown.text])
  })

  it('does nothing for an account that has none', async () => {
    const { account, session } = await newPerson()
    await withoutPassword(account)
    expect((await removing(session)).status).toBe(204)
    expect(await database().auditEvent.count()).toBe(0)
  })

  it.each(['no identity', 'an identity of a provider that is not configured'])(
    'is rejected for an account with %s, which nothing else could sign in',
    async (what) => {
      const { account, session } = await newPerson()
      if (what !== 'no identity') await newIdentity(account, 'elsewhere')
      const { status, json } = await removing(session)
      expect([status, json.code]).toEqual([409, 'last_way_in'])
      expect(await storedHash(account)).toBe(account.passwordHash)
    },
  )

  it('requires a recent confirmation, or the password in the request', async () => {
    const { account, session } = await newPerson({ minutes: 16 })
    await newIdentity(account)
    expect((await removing(session)).json.code).toBe('reauthentication_required')
    expect((await removing(session, { password: 'wrong' })).json.code).toBe('password_incorrect')
    expect((await removing(session, { password: PASSWORD })).status).toBe(204)
  })

  it('ends the marks of known browsers and pending reset links', async () => {
    const { account, session } = await newPerson()
    await newIdentity(account)
    await newCodes(account)
    const mark = issueKnownDevice(account)
    await removing(session)
    expect(isKnownDevice(await database().user.findUniqueOrThrow({ where: { id: account.id } }), mark)).toBe(false)
    expect(await database().oneTimeCode.count({ where: { purpose: 'reset_password' } })).toBe(0)
  })

  it('does not race with the removal of the last identity: one of the two stays', async () => {
    const { account, session } = await newPerson()
    const { id: identityId } = await newIdentity(account)
    const { answering } = await transaction(async (tx) => {
      await tx.user.update({ where: { id: account.id }, data: { revision: { increment: 1 } } })
      expect(await hasOtherWayIn(tx, account.id, { without: { identityId } })).toBe(true)
      await tx.identity.delete({ where: { id: identityId } })
      return untilItWaits(() => removing(session))
    })
    expect((await answering).json.code).toBe('last_way_in')
    expect(await storedHash(account)).toBe(account.passwordHash)
  })
})

describe('another way in', () => {
  const without = (account: Account, removed: Parameters<typeof hasOtherWayIn>[2]['without']) =>
    transaction((tx) => hasOtherWayIn(tx, account.id, { without: removed }))

  it('is a password only where the account may use one', async () => {
    const { account: member } = await newPerson()
    const { account: admin } = await newPerson({ isAdmin: true })
    const removed = [(await newIdentity(member)).id, (await newIdentity(admin)).id] as const
    const remaining = async () => [
      await without(member, { identityId: removed[0] }),
      await without(admin, { identityId: removed[1] }),
    ]
    expect(await remaining()).toEqual([true, true])
    withSettings({ PASSWORD_SIGN_IN: 'admins' })
    expect(await remaining()).toEqual([false, true])
    withSettings({ PASSWORD_SIGN_IN: 'off' })
    expect(await remaining()).toEqual([false, false])
  })

  it('is another identity, but not the one to remove or one of another account', async () => {
    const { account } = await newPerson()
    await withoutPassword(account)
    await newIdentity(await newAccount())
    const { id: identityId } = await newIdentity(account)
    expect(await without(account, { identityId })).toBe(false)
    await newIdentity(account)
    expect(await without(account, { identityId })).toBe(true)
  })
})

it('tells the owner by email about a set and a removed password', async () => {
  const { received } = await withMailServer()
  const { account, session } = await newPerson()
  await newIdentity(account)
  await removing(session)
  await setting(session)
  await delivered()
  expect(received.flatMap(({ recipients }) => recipients)).toEqual([account.email, account.email])
  expect(received.map(({ subject }) => subject)).toEqual([
    'Your password was removed',
    'Your account has a password now',
  ])
})
