import { describe, expect, it } from 'vitest'
import { GET as listTokens } from '@/app/api/v1/auth/tokens/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import type { Principal } from '@/lib/keys/principal'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { database } from '@/lib/db/client'
import { listDevices } from '@/lib/domain/sessions/list-devices'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const principalOf = (key: string): Promise<Principal> =>
  resolvePrincipal({ method: 'GET', headers: new Headers({ cookie: `latchkey=${key}` }) }, ['session'])
const seenAt = (id: string, day: number) =>
  database().token.update({ where: { id }, data: { lastUsedAt: new Date(Date.UTC(2026, 0, day)) } })

describe('the device list of an account', () => {
  it('shows live sessions, apps and API clients, most recently used first, and the current one apart', async () => {
    const account = await newAccount()
    const current = await newToken(account, 'session')
    const [phone, program, family, silent, gone, over] = [
      await newToken(account, 'session', { name: 'phone' }), await newToken(account, 'device', { name: 'program' }),
      await newToken(account, 'refresh', { name: 'family' }), await newToken(account, 'device', { name: 'silent' }),
      await newToken(account, 'device'), await newToken(account, 'session', { expiresAt: new Date(0) }),
    ] // prettier-ignore
    await newToken(account, 'personal')
    await newToken(await newAccount(), 'device')
    await database().token.update({ where: { id: gone.id }, data: { revokedAt: new Date() } })
    for (const [token, day] of [[phone, 1], [program, 3], [family, 2], [gone, 4], [over, 5]] as const) await seenAt(token.id, day) // prettier-ignore

    const devices = await listDevices(await principalOf(current.key), undefined)
    expect(devices.current).toMatchObject({ id: current.id, current: true })
    expect(devices.others.map(({ id }) => id)).toEqual([program.id, family.id, phone.id, silent.id])
    expect(devices.nextCursor).toBeNull()
  })

  it('has pages of a hundred, each with the current session', async () => {
    const account = await newAccount()
    const current = await newToken(account, 'session')
    for (let index = 0; index < 101; index += 1) await newToken(account, 'device')
    const principal = await principalOf(current.key)
    const first = await listDevices(principal, undefined)
    const second = await listDevices(principal, first.nextCursor ?? '')
    const ids = [...first.others, ...second.others].map(({ id }) => id)
    expect([new Set(ids).size, second.nextCursor]).toEqual([101, null])
    expect([first.current.id, second.current.id]).toEqual([current.id, current.id])
  })
})

describe('a sign-in without a device name', () => {
  it.each([
    [FIREFOX, 'Firefox on Linux'],
    ['curl/8.5.0', 'curl'],
    ['<script>', 'Device'],
    [null, 'Device'],
  ])('with the user agent %s is named %s', async (userAgent, name) => {
    await newAccount({ username: 'maya' })
    const body = { username: 'maya', password: PASSWORD }
    const { json } = await call(login, { body, context: { userAgent } })
    const { items } = (await call(listTokens, { key: json.key })).json
    expect(items.map((token: { name: string }) => token.name)).toEqual([name])
    expect((await call(user, { key: json.key })).status).toBe(200)
  })
})
