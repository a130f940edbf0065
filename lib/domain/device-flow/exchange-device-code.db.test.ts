import { beforeEach, describe, expect, it } from 'vitest'
import { POST as logoutAll } from '@/app/api/v1/auth/logout-all/route'
import { POST as reauthenticate } from '@/app/api/v1/auth/reauthenticate/route'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { untilItWaits } from '@/test/support/database/lock-wait'
import { deviceCodeOf, newApprovedRequest, newDeviceRequest, userCodeOf } from '@/test/support/device-requests'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { call } from '@/test/support/requests/api'
import { approve, deny, movableClock, poll } from '@/test/support/requests/device-flow'
import { verify } from '@/test/support/requests/gate-route'
import { withSettings } from '@/test/support/with-settings'

beforeEach(newInstance)

const errorOf = async (...input: Parameters<typeof poll>) => {
  const { status, json, headers } = await poll(...input)
  expect([status, headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8'])
  expect(json.error_description).toEqual(expect.any(String))
  return json.error as string
}

/** Creates an account with a session, and the request of an app that shows it a code. */
async function newFlow(fields: Parameters<typeof newDeviceRequest>[1] = {}) {
  const account = await newAccount()
  const { key: session } = await newToken(account, 'session')
  await newDeviceRequest(account, fields)
  return { account, session, code: userCodeOf(account), deviceCode: deviceCodeOf(account) }
}

const tokensOf = ({ id: userId }: { id: string }) =>
  database().token.findMany({ where: { userId, kind: { not: 'session' } } })

describe('a poll', () => {
  it('before the decision is pending, and each early one adds five seconds', async () => {
    const tick = movableClock()
    const { deviceCode, session, code } = await newFlow()
    expect(await errorOf(deviceCode)).toBe('authorization_pending')
    tick(5)
    expect(await errorOf(deviceCode)).toBe('authorization_pending')
    tick(4)
    expect(await errorOf(deviceCode)).toBe('slow_down')
    tick(9)
    expect(await errorOf(deviceCode)).toBe('slow_down')
    tick(14.6)
    expect(await errorOf(deviceCode)).toBe('authorization_pending')
    await approve(session, code)
    tick(14)
    expect((await poll(deviceCode)).json).toMatchObject({
      error: 'slow_down',
      error_description: 'Poll at most once every 20 seconds',
    })
    tick(20)
    expect((await poll(deviceCode)).status).toBe(200)
  })

  it('says in OAuth’s words why it gets nothing', async () => {
    const tick = movableClock()
    const { deviceCode, session, code } = await newFlow()
    expect(await errorOf('unknown')).toBe('invalid_grant')
    expect(await errorOf(deviceCode, { client_id: 'another-app' })).toBe('invalid_grant')
    expect(await errorOf(deviceCode, { grant_type: 'refresh_token' })).toBe('unsupported_grant_type')
    expect(await errorOf('')).toBe('invalid_request')
    await deny(session, code)
    expect(await errorOf(deviceCode)).toBe('access_denied')
    tick(900)
    expect(await errorOf(deviceCode)).toBe('expired_token')
  })

  it('after the approval gets a personal token, once', async () => {
    movableClock()
    const { account, session, code, deviceCode } = await newFlow({ deviceName: 'NAS', expiresInSeconds: 600 })
    await approve(session, code, { scopes: ['read'], name: 'My NAS' })
    const { status, json, headers } = await poll(deviceCode, { resource: 'ignored' })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(json).toEqual({
      access_token: expect.stringMatching(/^lkp_/) as string,
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'read',
      token_id: expect.any(String) as string,
      kind: 'personal',
    })
    expect((await call(verify, { key: json.access_token })).status).toBe(200)
    expect(await tokensOf(account)).toMatchObject([{ id: json.token_id, name: 'My NAS', scopes: 'read' }])
    expect(await errorOf(deviceCode)).toBe('invalid_grant')
  })

  it('gets a device token with every scope, which starts without a confirmed password', async () => {
    const { account, session, code, deviceCode } = await newFlow({ tokenKind: 'device', scopes: '' })
    await approve(session, code)
    const { json } = await poll(deviceCode)
    expect(json).toMatchObject({ kind: 'device', scope: 'read write', expires_in: 86_400 })
    const key: string = json.access_token
    const create = () => call(createToken, { key, body: { name: 'made by the app' } })
    expect((await create()).json.code).toBe('reauthentication_required')
    expect((await call(reauthenticate, { key, body: { password: PASSWORD } })).status).toBe(200)
    expect((await create()).status).toBe(201)
    const [event] = await database().auditEvent.findMany({ where: { action: 'device.signed_in' } })
    expect(event).toMatchObject({ userId: account.id, details: { methods: ['device_flow'], client_id: 'test-app' } })
  })

  it('gets a name that is still free', async () => {
    const names: string[] = []
    for (let index = 0; index < 3; index += 1) {
      const account = await newAccount()
      const { key } = await newToken(account, 'session')
      const long = 'x'.repeat(64)
      await newToken(account, 'personal', { name: 'test-app' })
      await newToken(account, 'personal', { name: long })
      if (index === 1) await newToken(account, 'personal', { name: 'TEST-APP (2)' })
      await newDeviceRequest(account, index === 2 ? { deviceName: long } : {})
      await approve(key, userCodeOf(account))
      const { json } = await poll(deviceCodeOf(account))
      names.push((await database().token.findUniqueOrThrow({ where: { id: json.token_id } })).name)
    }
    expect(names).toEqual(['test-app (2)', 'test-app (3)', `${'x'.repeat(60)} (2)`])
  })
})

describe('of polls at once', () => {
  it('exactly one gets the token', async () => {
    const account = await newAccount()
    await newApprovedRequest(account, { intervalSeconds: 0 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => poll(deviceCodeOf(account))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(400)])
    expect(await tokensOf(account)).toHaveLength(1)
  })

  it('exactly one gets the token after all of them have found the approval', async () => {
    const account = await newAccount()
    const { request } = await newApprovedRequest(account, { intervalSeconds: 0 })
    // Both have read the approval and wait for the account.
    const answering = await transaction(async (tx) => {
      await tx.user.update({ where: { id: account.id }, data: { revision: { increment: 1 } } })
      const { answering: first } = await untilItWaits(() => poll(deviceCodeOf(account)))
      const { answering: second } = await untilItWaits(() => poll(deviceCodeOf(account)))
      return [first, second]
    })
    const answers = await Promise.all(answering)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
    expect(answers.find(({ status }) => status === 400)?.json.error).toBe('invalid_grant')
    expect(await tokensOf(account)).toHaveLength(1)
    expect(await database().deviceRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({ state: 'spent' })
  }) // prettier-ignore
})

describe('an approval is worth nothing once', () => {
  it('its owner has signed out everywhere', async () => {
    const { account, session, code, deviceCode } = await newFlow({ tokenKind: 'device' })
    await approve(session, code)
    const { key } = await newToken(account, 'device')
    expect((await call(logoutAll, { key, body: {} })).status).toBe(200)
    expect(await errorOf(deviceCode)).toBe('access_denied')
    expect((await tokensOf(account)).filter(({ revokedAt }) => revokedAt === null)).toEqual([])
  })

  it('its owner is deactivated', async () => {
    const { account, session, code, deviceCode } = await newFlow()
    await approve(session, code)
    await database().user.update({ where: { id: account.id }, data: { isActive: false } })
    expect(await errorOf(deviceCode)).toBe('access_denied')
    expect(await tokensOf(account)).toEqual([])
  })

  it.each(['device', 'personal'] as const)('there is no room for its %s token', async (tokenKind) => {
    const { account, session, code, deviceCode } = await newFlow({ tokenKind })
    await approve(session, code)
    await newToken(account, tokenKind)
    withSettings({ SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'refuse', TOKENS_PER_USER: '1' })
    expect(await errorOf(deviceCode)).toBe('access_denied')
    expect(await tokensOf(account)).toHaveLength(1)
  })
})

it('signs out the oldest session where the policy says so, even the one that approved it', async () => {
  withSettings({ SESSION_POLICY: 'one', SESSION_OVERFLOW: 'evict' })
  const { session, code, deviceCode, account } = await newFlow({ tokenKind: 'device' })
  expect((await approve(session, code)).status).toBe(204)
  const { json } = await poll(deviceCode)
  const live = await database().token.findMany({ where: { userId: account.id, revokedAt: null } })
  expect(live.map(({ id }) => id)).toEqual([json.token_id])
})
