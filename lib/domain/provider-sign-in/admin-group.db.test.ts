import { beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { PATCH as changeAccount } from '@/app/api/v1/admin/users/[id]/route'
import { arrive, goOn, link, proven, withAcme } from '@/test/support/arrivals'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { call } from '@/test/support/requests/api'

const roleOf = async ({ id }: { id: string }) => {
  const { isAdmin, adminProvider } = await database().user.findUniqueOrThrow({ where: { id } })
  return [isAdmin, adminProvider]
}
const change = async ({ id }: Account, data: object) => database().user.update({ where: { id }, data })
const events = async (action: string) => database().auditEvent.findMany({ where: { action } })

/** Creates an account with an identity, and returns a function that signs it in. */
async function newMember(role: { isAdmin?: boolean; adminProvider?: string } = {}) {
  const account = await newAccount()
  await change(account, role)
  const identity = proven()
  await link(account, identity)
  return { account, signIn: (isInAdminGroup: boolean | null) => arrive({ ...identity, isInAdminGroup }) }
}

const BY_PROVIDER = { isAdmin: true, adminProvider: 'acme' }

beforeEach(newInstance)
beforeEach(() => withAcme({ GROUPS_CLAIM: 'groups', ADMIN_GROUP: 'admins' }))

describe('a member of ADMIN_GROUP', () => {
  it('becomes an administrator at the sign-in, and older sessions end', async () => {
    const { account, signIn } = await newMember()
    const old = await newToken(account, 'session')
    const app = await newToken(account, 'device')
    const { signIn: done } = await signIn(true)
    expect(done).toMatchObject({ ttlSeconds: 86_400, user: { is_admin: true } })
    expect(await roleOf(account)).toEqual([true, 'acme'])
    const live = await database().token.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } })
    expect(live.map(({ id }) => id)).toEqual([app.id, done?.tokenId])
    expect(old.id).not.toBe(done?.tokenId)
    const [event] = await events('account.admin_granted')
    expect(event).toMatchObject({ actorUserId: null, userId: account.id, targetId: account.id })
    expect(event?.details).toMatchObject({ by: 'provider', provider: 'acme', after: { is_admin: true } })
    expect(await isSetupOpen()).toBe(false)
  })

  it('is told so once: the next sign-in changes nothing', async () => {
    const { account, signIn } = await newMember()
    await signIn(true)
    const second = await signIn(true)
    expect(second.signIn?.user.is_admin).toBe(true)
    expect(await events('account.admin_granted')).toHaveLength(1)
    expect(await database().token.count({ where: { revokedAt: null } })).toBe(2)
    expect(await roleOf(account)).toEqual([true, 'acme'])
  })

  it('becomes an administrator with a new account', async () => {
    const arrival = await arrive(proven({ isInAdminGroup: true }))
    const { json } = await goOn(arrival, { account: { username: 'vera' } })
    expect(json.user.is_admin).toBe(true)
    expect(await roleOf(json.user)).toEqual([true, 'acme'])
  })

  it('gets no role without a sign-in: deactivated, or not linked', async () => {
    const { account, signIn } = await newMember()
    await change(account, { isActive: false })
    expect(await signIn(true)).toMatchObject({ code: 'credentials_invalid' })
    expect(await roleOf(account)).toEqual([false, null])
    const boss = await change(await newAccount({ isAdmin: true }), { emailVerifiedAt: now() })
    expect(await arrive(proven({ email: boss.email, isInAdminGroup: true }))).toMatchObject({ code: 'link_required' })
  })
})

describe('a person who has left ADMIN_GROUP', () => {
  it('loses the role that came from this provider', async () => {
    await newAccount({ isAdmin: true })
    const { account, signIn } = await newMember(BY_PROVIDER)
    const old = await newToken(account, 'session')
    const { signIn: done } = await signIn(false)
    expect(done?.user.is_admin).toBe(false)
    expect(await roleOf(account)).toEqual([false, null])
    expect(await database().token.findUnique({ where: { id: old.id } })).toMatchObject({
      revokedReason: 'administrator',
    })
    expect((await events('account.admin_withdrawn'))[0]?.details).toMatchObject({ by: 'provider', provider: 'acme' })
  })

  it.each([
    ['a person gave', { isAdmin: true }],
    ['another provider gave', { isAdmin: true, adminProvider: 'other' }],
  ])('keeps the role that %s', async (_, role) => {
    await newAccount({ isAdmin: true })
    const { account, signIn } = await newMember(role)
    expect((await signIn(false)).signIn?.user.is_admin).toBe(true)
    expect((await roleOf(account))[0]).toBe(true)
  })

  it('keeps the role where the provider has no such setting', async () => {
    await newAccount({ isAdmin: true })
    const { signIn } = await newMember(BY_PROVIDER)
    expect((await signIn(null)).signIn?.user.is_admin).toBe(true)
  })

  it('keeps the role as the last active administrator', async () => {
    await newAccount({ isAdmin: true, isActive: false })
    const { account, signIn } = await newMember(BY_PROVIDER)
    expect((await signIn(false)).signIn?.user.is_admin).toBe(true)
    expect(await roleOf(account)).toEqual([true, 'acme'])
  })

  it('never takes the last administrator, however many leave at once', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => newMember(BY_PROVIDER)))
    const arrivals = await Promise.all(members.map(({ signIn }) => signIn(false)))
    expect(arrivals.map(({ code }) => code)).toEqual(Array(6).fill(null))
    expect(await database().user.count({ where: { isAdmin: true } })).toBe(1)
  })
})

it('a role that a person has given again no longer depends on the provider', async () => {
  const boss = await newAccount({ isAdmin: true })
  const { account, signIn } = await newMember(BY_PROVIDER)
  const { key } = await newToken(boss, 'device')
  for (const role of [false, true]) {
    const input = { key, method: 'PATCH', body: { is_admin: role }, params: { id: account.id } }
    expect((await call(changeAccount, input)).status).toBe(200)
  }
  expect((await signIn(false)).signIn?.user.is_admin).toBe(true)
})
