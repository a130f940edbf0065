import { beforeEach, describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as reauthenticate } from '@/app/api/v1/auth/reauthenticate/route'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { DELETE as remove, PATCH as update } from '@/app/api/v1/auth/user/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { untilItWaits } from '@/test/support/database/lock-wait'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { ACME, newIdentity, withoutPassword } from '@/test/support/identities'
import { call } from '@/test/support/requests/api'
import { withSettings } from '@/test/support/with-settings'

/** A provider that cannot prove that its owner was present (`visit`), besides one that can. */
const PROVIDERS = { ...ACME, PROVIDERS: 'acme,google', PROVIDER_GOOGLE_CLIENT_ID: 'latchkey' }

beforeEach(async () => {
  await newInstance()
  withSettings(PROVIDERS)
})

/** Creates an app of an account that confirmed its owner this long ago. */
async function appOf(account: Account, secondsAgo: number): Promise<string> {
  const { id, key } = await newToken(account, 'device')
  await database().token.update({ where: { id }, data: { authTime: new Date(Date.now() - secondsAgo * 1000) } })
  return key
}

/** Creates an account with identities at these providers, with or without a password. */
async function newPerson({ providers, hasPassword }: { providers: readonly string[]; hasPassword: boolean }) {
  const account = await newAccount()
  for (const provider of providers) await newIdentity(account, provider)
  return hasPassword ? account : withoutPassword(account)
}

const deleting = (key: string, body: object = {}) => call(remove, { method: 'DELETE', key, body })

describe('a request without a recent confirmation', () => {
  const cases = [
    { providers: [], hasPassword: true, methods: ['password'] },
    { providers: ['acme'], hasPassword: true, methods: ['password', 'provider'] },
    { providers: ['google'], hasPassword: true, methods: ['password'] },
    { providers: ['google'], hasPassword: false, methods: ['provider'] },
    { providers: ['acme', 'google'], hasPassword: false, methods: ['provider'] },
    { providers: ['removed'], hasPassword: false, methods: [] },
  ] as const

  it.each(cases)(
    'learns that $methods count ($providers, a password: $hasPassword)',
    async ({ methods, ...person }) => {
      const key = await appOf(await newPerson(person), 3600)
      const { status, json } = await call(createToken, { key, body: { name: 'ci' } })
      expect([status, json.code, json.methods]).toEqual([403, 'reauthentication_required', methods])
    },
  )

  it.each(['off', 'admins'])('cannot use a password that PASSWORD_SIGN_IN=%s does not allow', async (mode) => {
    const account = await newAccount()
    await newIdentity(account, 'google')
    const key = await appOf(account, 3600)
    withSettings({ PASSWORD_SIGN_IN: mode })
    const { json } = await call(createToken, { key, body: { name: 'ci', password: PASSWORD } })
    expect([json.code, json.methods]).toEqual(['reauthentication_required', ['provider']])
    expect((await call(reauthenticate, { key, body: { password: PASSWORD } })).json.code).toBe(
      'password_sign_in_disabled',
    )
  })

  it('names the methods too when the confirmation lapses while the request waits', async () => {
    const account = await newPerson({ providers: ['acme'], hasPassword: true })
    const key = await appOf(account, 0)
    const { answering } = await transaction(async (tx) => {
      await tx.user.update({ where: { id: account.id }, data: { revision: { increment: 1 } } })
      const waiting = await untilItWaits(() => call(update, { method: 'PATCH', key, body: { username: 'maya' } }))
      await tx.token.updateMany({ where: { userId: account.id }, data: { authTime: new Date(0) } })
      return waiting
    })
    const { json } = await answering
    expect([json.code, json.methods]).toEqual(['reauthentication_required', ['password', 'provider']])
  })
})

describe('an account without a password', () => {
  it('gets the same answers as for a wrong password where it sends one', async () => {
    const account = await newPerson({ providers: ['acme'], hasPassword: false })
    const other = await newAccount()
    const signIn = async ({ username }: Account, password: string) =>
      (await call(login, { body: { username, password } })).text
    expect(await signIn(account, PASSWORD)).toBe(await signIn(other, 'wrong'))
    const key = await appOf(account, 0)
    expect((await call(reauthenticate, { key, body: { password: PASSWORD } })).json.code).toBe('password_incorrect')
    const change = { old_password: PASSWORD, new_password: 'nine lanterns', confirm_password: 'nine lanterns' }
    const { status, json } = await call(changePassword, { key, body: change })
    expect([status, json.code, json.errors[0].pointer]).toEqual([403, 'password_incorrect', '/old_password'])
  })

  it('is deleted within five minutes of a confirmation at its provider, and not later', async () => {
    const account = await newPerson({ providers: ['acme'], hasPassword: false })
    const late = await deleting(await appOf(account, 301))
    expect([late.status, late.json.code, late.json.methods]).toEqual([403, 'reauthentication_required', ['provider']])
    expect((await deleting(await appOf(account, 240), { password: PASSWORD })).status).toBe(204)
    expect(await database().user.count({ where: { id: account.id } })).toBe(0)
  })

  it('is not deleted without its password if one is set while the request waits', async () => {
    const account = await newPerson({ providers: ['acme'], hasPassword: false })
    const key = await appOf(account, 0)
    const { passwordHash } = await newAccount()
    const { answering } = await transaction(async (tx) => {
      await tx.instance.updateMany({ data: { revision: { increment: 1 } } })
      const waiting = await untilItWaits(() => deleting(key))
      await tx.user.update({ where: { id: account.id }, data: { passwordHash } })
      return waiting
    })
    expect((await answering).status).toBeGreaterThanOrEqual(400)
    expect(await database().user.count({ where: { id: account.id } })).toBe(1)
  })
})

it.each(['off', 'admins'])(
  'an account whose password PASSWORD_SIGN_IN=%s turned off is deleted after a confirmation at its provider',
  async (mode) => {
    const account = await newPerson({ providers: ['acme'], hasPassword: true })
    const key = await appOf(account, 0)
    expect((await deleting(key)).status).toBe(400)
    withSettings({ PASSWORD_SIGN_IN: mode })
    expect((await deleting(key)).status).toBe(204)
  },
)

describe('with PASSWORD_SIGN_IN=admins, an administrator who loses the role while the password is checked', () => {
  /** Sends a request and takes the role away once the request waits for the account’s row. */
  async function demotedMeanwhile(account: Account, ask: () => ReturnType<typeof call>) {
    const { answering } = await transaction(async (tx) => {
      await tx.user.update({ where: { id: account.id }, data: { isAdmin: false } })
      return untilItWaits(ask)
    })
    return (await answering).json.code as string
  }

  it('does not sign in', async () => {
    const account = await newAccount({ isAdmin: true })
    withSettings({ PASSWORD_SIGN_IN: 'admins' })
    const body = { username: account.username, password: PASSWORD }
    expect(await demotedMeanwhile(account, () => call(login, { body }))).toBe('credentials_invalid')
    expect(await database().token.count()).toBe(0)
  })

  it('does not change anything with the password', async () => {
    const account = await newAccount({ isAdmin: true })
    const key = await appOf(account, 3600)
    withSettings({ PASSWORD_SIGN_IN: 'admins' })
    const body = { username: 'maya', password: PASSWORD }
    const code = await demotedMeanwhile(account, () => call(update, { method: 'PATCH', key, body }))
    expect(['password_incorrect', 'reauthentication_required']).toContain(code)
    expect(await database().user.count({ where: { username: 'maya' } })).toBe(0)
  })
})
