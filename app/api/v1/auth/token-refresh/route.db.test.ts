import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DELETE as deleteAccount } from '@/app/api/v1/auth/user/route'
import { POST as createJwt } from '@/app/api/v1/auth/jwt/create/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as logoutAll } from '@/app/api/v1/auth/logout-all/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as refresh } from '@/app/api/v1/auth/token-refresh/route'
import { DELETE as revoke } from '@/app/api/v1/auth/tokens/[id]/route'
import { POST as verifyJwt } from '@/app/api/v1/auth/token-verify/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { newPair, newSigningKeys, partsOf } from '@/test/support/jwt'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const renew = (token: string) => call(refresh, { body: { refresh: token } })
const statusOf = async (token: string) => (await renew(token)).status
const isValid = async (access: string) => (await call(verifyJwt, { body: { token: access } })).status === 200

/** Moves the process's clock forward for the rest of the test. */
function passSeconds(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}

let account: Account
let first: { access: string; refresh: string }

beforeEach(async () => {
  await newSigningKeys()
  account = await newAccount()
  first = await newPair(account.username)
})
afterEach(() => vi.useRealTimers())

const family = () => database().token.findFirstOrThrow({ where: { userId: account.id, kind: 'refresh' } })

describe('jwt/create', () => {
  it('returns a pair, how long each token lives, and the account', async () => {
    const { status, json } = await call(createJwt, { body: { username: account.username, password: PASSWORD } })
    expect(status).toBe(200)
    expect(json).toEqual({
      access: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh: expect.stringMatching(/^lkr_[0-9A-Za-z]{36}$/),
      token_type: 'Bearer',
      expires_in: expect.toSatisfy((left: number) => left > 290 && left <= 300),
      refresh_expires_in: expect.toSatisfy((left: number) => left > 604_700 && left <= 604_800),
      user: expect.objectContaining({ id: account.id, last_login: expect.any(String) }),
    })
    expect(await isValid(json.access)).toBe(true)
  })

  it('counts with sessions and apps under the account’s session policy', async () => {
    withSettings({ SESSION_POLICY: 'one' })
    const credentials = { username: account.username, password: PASSWORD }
    const device = await call(login, { body: credentials })
    expect(device.json.signed_out).toEqual([expect.objectContaining({ kind: 'refresh' })])
    expect(await statusOf(first.refresh)).toBe(401)
    await call(createJwt, { body: credentials })
    expect(await database().token.count({ where: { userId: account.id, revokedAt: null } })).toBe(1)
  })

  it('rejects a wrong password like every other sign-in', async () => {
    const wrong = await call(createJwt, { body: { username: account.username, password: 'wrong' } })
    expect([wrong.status, wrong.json.code]).toEqual([401, 'credentials_invalid'])
  })
})

describe('a refresh token', () => {
  it('is replaced by another of the same family, with a new access token', async () => {
    const { status, json } = await renew(first.refresh)
    expect(status).toBe(200)
    expect(json.refresh).not.toBe(first.refresh)
    const [before, after] = [first, json].map(({ access }) => partsOf(access).payload)
    expect(after).toMatchObject({ sub: account.id, sid: before?.['sid'], auth_time: before?.['auth_time'] })
    expect(after?.['jti']).not.toBe(before?.['jti'])
    expect(await isValid(json.access)).toBe(true)
    expect(await statusOf(json.refresh)).toBe(200)
  })

  it('is stored as a digest, and so is its successor', async () => {
    const { json } = await renew(first.refresh)
    const stored = JSON.stringify([
      await database().token.findMany(),
      await database().tokenSecret.findMany(),
      await database().auditEvent.findMany(),
    ])
    for (const key of [first.refresh, json.refresh]) expect(stored).not.toContain(key.slice(4, 34))
  })

  it('returns the same pair if it is sent again within the retry window', async () => {
    const { json: second } = await renew(first.refresh)
    passSeconds(20)
    const again = await renew(first.refresh)
    expect(again.json).toMatchObject({ refresh: second.refresh, access: second.access })
    expect(await statusOf(second.refresh)).toBe(200)
  })

  it('revokes its family if it is sent again after its successor was used, even within the retry window', async () => {
    const { json: second } = await renew(first.refresh)
    const { json: third } = await renew(second.refresh)
    expect((await renew(first.refresh)).json).toMatchObject({ status: 401, code: 'refresh_invalid' })
    expect(await statusOf(third.refresh)).toBe(401)
    expect(await family()).toMatchObject({ revokedReason: 'reuse_detected' })
  })

  it('has the retry window that the setting defines', async () => {
    withSettings({ JWT_REFRESH_RETRY_SECONDS: '60' })
    await renew(first.refresh)
    passSeconds(59)
    expect(await statusOf(first.refresh)).toBe(200)
    passSeconds(2)
    expect(await statusOf(first.refresh)).toBe(401)
  })

  it('works once if the setting allows no retry', async () => {
    withSettings({ JWT_REFRESH_RETRY_SECONDS: '0' })
    const { json: second } = await renew(first.refresh)
    expect(await statusOf(first.refresh)).toBe(401)
    expect(await statusOf(second.refresh)).toBe(401)
  })

  it('appears in its owner’s activity if it is sent again, once for each replaced token', async () => {
    const retries = () => database().auditEvent.findMany({ where: { action: 'jwt.refresh_retried' } })
    const { json: second } = await renew(first.refresh)
    expect(await retries()).toEqual([])
    for (let count = 0; count < 3; count += 1) await renew(first.refresh)
    const { id } = await family()
    expect(await retries()).toMatchObject([{ userId: account.id, targetId: id, address: '192.0.2.1' }])
    passSeconds(1)
    await renew(second.refresh)
    await renew(second.refresh)
    expect(await retries()).toHaveLength(2)
  })

  it('sent twenty times at once returns one successor pair, and its family stays live', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(first.refresh)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200))
    const pairs = new Set(answers.map(({ json }) => `${json.refresh} ${json.access}`))
    expect(pairs.size).toBe(1)
    const { id } = await family()
    expect(await database().tokenSecret.count({ where: { tokenId: id, validUntil: null } })).toBe(1)
    expect(await statusOf(answers[0]?.json.refresh)).toBe(200)
  })

  it('sent after the retry window revokes its family, successor and access tokens too, and the audit log says why', async () => {
    const { json: second } = await renew(first.refresh)
    passSeconds(31)
    expect((await renew(first.refresh)).json).toMatchObject({ status: 401, code: 'refresh_invalid' })
    expect(await statusOf(second.refresh)).toBe(401)
    expect(await isValid(second.access)).toBe(false)
    expect(await family()).toMatchObject({ revokedReason: 'reuse_detected' })
    const ended = await database().auditEvent.findMany({ where: { action: 'token.revoked' } })
    expect(ended).toMatchObject([{ userId: account.id, details: { reason: 'reuse_detected' } }])
  })

  it('that was stolen is reported to the owner by email, once and without a secret', async () => {
    const server = await withMailServer()
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date() } })
    await renew(first.refresh)
    passSeconds(31)
    await Promise.all([renew(first.refresh), renew(first.refresh)])
    await delivered()
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'vitest was signed out: refresh token reuse detected',
    ])
    expect(server.received[0]?.text).not.toMatch(/lk[pdsr]_/)
  })

  it('does not live longer by being renewed', async () => {
    const { expiresAt } = await family()
    let { refresh: key } = first
    for (let day = 0; day < 6; day += 1) {
      passSeconds(86_400)
      const { json } = await renew(key)
      expect(json.refresh_expires_in).toBeLessThanOrEqual((6 - day) * 86_400)
      key = json.refresh
    }
    expect((await family()).expiresAt).toEqual(expiresAt)
    passSeconds(86_400)
    expect(await statusOf(key)).toBe(401)
  })

  it('gets an access token that does not outlive the family', async () => {
    passSeconds(settings().JWT_REFRESH_TTL_SECONDS - 100)
    const { json } = await renew(first.refresh)
    expect(json.expires_in).toBeLessThanOrEqual(100)
    expect(partsOf(json.access).payload['exp']).toBe(Math.floor(((await family()).expiresAt?.getTime() ?? 0) / 1000))
  })

  it('stops working after signing out everywhere, its revocation, and a password change', async () => {
    const device = () => newToken(account, 'device')
    const ways = [
      async () => call(logoutAll, { key: (await device()).key, body: {} }),
      async () =>
        call(revoke, {
          method: 'DELETE',
          key: (await device()).key,
          params: { id: (await database().token.findFirstOrThrow({ where: { kind: 'refresh', revokedAt: null } })).id },
        }),
      async () =>
        call(changePassword, {
          key: (await device()).key,
          body: {
            old_password: PASSWORD,
            new_password: 'another horse battery',
            confirm_password: 'another horse battery',
          },
        }),
    ]
    for (const end of ways) {
      const pair = await newPair(account.username)
      expect(await isValid(pair.access)).toBe(true)
      expect([200, 204]).toContain((await end()).status)
      expect([await statusOf(pair.refresh), await isValid(pair.access)]).toEqual([401, false])
    }
  })

  it('is suspended while its owner is inactive, and gone with the account', async () => {
    await database().user.update({ where: { id: account.id }, data: { isActive: false } })
    expect([await statusOf(first.refresh), await isValid(first.access)]).toEqual([401, false])
    await database().user.update({ where: { id: account.id }, data: { isActive: true } })
    expect([await statusOf(first.refresh), await isValid(first.access)]).toEqual([200, true])
    const { key } = await newToken(account, 'device')
    await call(deleteAccount, { method: 'DELETE', key, body: { password: PASSWORD } })
    expect([await statusOf(first.refresh), await isValid(first.access)]).toEqual([401, false])
  })

  it('cannot be a key of another kind, an access token or made-up text', async () => {
    const kinds = ['session', 'device', 'personal'] as const
    const keys = await Promise.all(kinds.map(async (kind) => (await newToken(account, kind)).key))
    for (const text of [...keys, first.access, 'lkr_', `lkr_${'A'.repeat(36)}`, '{}']) {
      expect((await renew(text)).json).toMatchObject({ status: 401, code: 'refresh_invalid' })
    }
    expect(await isValid(first.refresh)).toBe(false)
    for (const body of [{}, { refresh: 7 }, { refresh: '' }, { refresh: first.refresh, grant_type: 'refresh_token' }]) {
      expect((await call(refresh, { body })).status).toBe(400)
    }
    expect(await statusOf(first.refresh)).toBe(200)
  })
})
