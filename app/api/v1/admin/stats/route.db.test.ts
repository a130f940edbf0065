import { beforeEach, describe, expect, it } from 'vitest'
import { GET as stats } from '@/app/api/v1/admin/stats/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { writeSignInDays } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { withSingleton } from '@/test/support/with-singleton'

const DAY = 86_400
const inDays = (days: number) => secondsAfter(now(), days * DAY)

beforeEach(newInstance)

describe('the statistics', () => {
  it('count accounts and live tokens, and those that expire soon or are unused', async () => {
    withSingleton('token-counts', undefined)
    const { key } = await newAdmin()
    const owner = await newAccount()
    await newAccount({ isActive: false })
    await newToken(owner, 'session')
    await newToken(owner, 'device', { expiresAt: inDays(-1) })
    await newToken(owner, 'personal', { expiresAt: inDays(6) })
    const unused = await newToken(owner, 'personal', { expiresAt: null })
    const revoked = await newToken(owner, 'personal', { expiresAt: inDays(1) })
    await database().token.update({ where: { id: unused.id }, data: { createdAt: inDays(-91) } })
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: now(), liveNameKey: null } })
    const { json } = await call(stats, { key })
    expect(json.accounts).toEqual({ total: 3, active: 2, admins: 1, created_last_30_days: 3 })
    expect(json.live_tokens).toEqual({ session: 1, device: 1, personal: 2, refresh: 0 })
    expect(json.personal_tokens).toEqual({ ending_soon: 1, unused: 1 })
  })

  it('count every token once if counting takes several batches', { timeout: 60_000 }, async () => {
    withSingleton('token-counts', undefined)
    const { key, account } = await newAdmin()
    const token = { userId: account.id, kind: 'refresh' as const, name: 'app', createdAt: now() }
    for (let part = 0; part < 11; part += 1) await database().token.createMany({ data: Array(500).fill(token) })
    expect((await call(stats, { key })).json.live_tokens).toMatchObject({ refresh: 5500, device: 1 })
  })

  it('report thirty days of sign-ins and failures, stored in one row per day', async () => {
    withSingleton('sign-in-days', new Map())
    const { key } = await newAdmin()
    const { username } = await newAccount()
    await call(login, { body: { username, password: PASSWORD } })
    for (const name of [username, 'nobody', 'nobody else'])
      await call(login, { body: { username: name, password: 'not the password' } })
    await Promise.all([writeSignInDays(), writeSignInDays()])
    await call(login, { body: { username, password: PASSWORD } })
    await writeSignInDays()
    expect(await database().signInDay.count()).toBe(1)
    const { sign_ins: days } = (await call(stats, { key })).json
    expect(days).toHaveLength(30)
    expect(days.at(-1)).toEqual({ day: now().toISOString().slice(0, 10), succeeded: 2, failed: 3 })
    expect(days[0]).toEqual({ day: inDays(-29).toISOString().slice(0, 10), succeeded: 0, failed: 0 })
  })
})
