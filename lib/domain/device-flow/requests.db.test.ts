import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getConfig } from '@/app/api/v1/auth/config/route'
import { DELETE as deleteAccount } from '@/app/api/v1/auth/user/route'
import { GET as getMetadata } from '@/app/.well-known/oauth-authorization-server/route'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { newApprovedRequest, newDeviceRequest, userCodeOf } from '@/test/support/device-requests'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { call } from '@/test/support/requests/api'
import { approve, authorize, deny, lookUp, movableClock, poll } from '@/test/support/requests/device-flow'
import { withSettings } from '@/test/support/with-settings'

beforeEach(newInstance)

async function newSession() {
  const account = await newAccount()
  const { id, key } = await newToken(account, 'session')
  return { account, sessionId: id, session: key }
}

describe('an app that starts the device flow', () => {
  it('gets a code to show and a device code, of which only the digest is stored', async () => {
    const { status, json, headers } = await authorize({ scope: 'read', device_name: 'NAS', expires_in_seconds: '3600' })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(json).toEqual({
      device_code: expect.stringMatching(/^[0-9A-Za-z]{43}$/) as string,
      user_code: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/) as string,
      verification_uri: 'http://localhost:3000/device',
      verification_uri_complete: `http://localhost:3000/device#code=${json.user_code}`,
      expires_in: 900,
      interval: 5,
    })
    const row = await database().deviceRequest.findFirstOrThrow()
    expect(row).toMatchObject({ clientId: 'test-app', scopes: 'read', deviceName: 'NAS', expiresInSeconds: 3600 })
    expect(JSON.stringify(row)).not.toContain(json.device_code)
    expect(row.deviceDigest).toHaveLength(32)
  })

  it('may send unknown and empty parameters, which count as omitted, but none twice', async () => {
    const { status } = await authorize({ scope: '', device_name: '', expires_in_seconds: '', token_kind: '', resource: 'x' })
    expect(status).toBe(200)
    expect(await database().deviceRequest.findFirstOrThrow()).toMatchObject({
      scopes: '', deviceName: null, expiresInSeconds: null, tokenKind: 'personal',
    })
    const empty = await authorize({ client_id: '' })
    expect([empty.status, empty.json]).toMatchObject([400, { error: 'invalid_request', code: 'invalid_input' }])
  }) // prettier-ignore

  it.each(['personal', 'device'])('never gets a scope of administrators with a %s token', async (token_kind) => {
    for (const scope of ['admin', 'introspect', 'read admin']) {
      const { status, json } = await authorize({ scope, token_kind })
      expect([status, json.error, json.code]).toEqual([400, 'invalid_scope', 'invalid_scope'])
    }
  })

  it('can ask for the scopes of the server only, which a device token ignores', async () => {
    expect((await authorize({ scope: 'delete' })).json.error).toBe('invalid_scope')
    expect((await authorize({ scope: 'openid', token_kind: 'device' })).status).toBe(200)
    expect((await database().deviceRequest.findFirstOrThrow()).scopes).toBe('')
  })

  it('is rejected for a lifetime or a name that no token or app can have', async () => {
    for (const fields of [
      { expires_in_seconds: '31536001' },
      { expires_in_seconds: '86401', token_kind: 'device' },
      { client_id: 'Zoë' },
      { client_id: 'x'.repeat(65) },
      { token_kind: 'session' },
    ] as Record<string, string>[]) {
      const { status, json } = await authorize(fields)
      expect([status, json.error], JSON.stringify(fields)).toEqual([400, 'invalid_request'])
    }
    expect(await database().deviceRequest.count()).toBe(0)
  })

  it('can have 20 requests pending at its address, however many arrive at once', async () => {
    const tick = movableClock()
    const answers = await Promise.all(Array.from({ length: 30 }, () => authorize()))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    const rejected = answers.find(({ status }) => status === 429)
    expect(rejected?.json).toMatchObject({ error: 'temporarily_unavailable', code: 'too_many_requests' })
    expect(rejected?.headers.get('retry-after')).toBe('900')
    expect((await authorize({}, '192.0.2.2')).status).toBe(200)
    await database().deviceRequest.updateMany({ where: { addressKey: '192.0.2.2' }, data: { addressKey: '192.0.2.1' } })
    const { session } = await newSession()
    const [first] = answers.filter(({ status }) => status === 200)
    await deny(session, first?.json.user_code)
    expect((await authorize()).status).toBe(429)
    tick(900)
    expect((await authorize()).status).toBe(200)
  })

  it('shares that number with its IPv6 network', async () => {
    for (let host = 1; host <= 20; host += 1) expect((await authorize({}, `2001:db8::${host}`)).status).toBe(200)
    expect((await authorize({}, '2001:db8::ffff')).status).toBe(429)
    expect((await authorize({}, '2001:db8:0:1::1')).status).toBe(200)
  })

  it('is rejected while 10 000 requests are pending in all', async () => {
    const [createdAt, expiresAt] = [now(), secondsAfter(now(), 900)]
    const rows = Array.from({ length: 9999 }, (_, index) => ({
      deviceDigest: new TextEncoder().encode(`digest-${index}`), userCode: `code-${index}`, clientId: 'x',
      tokenKind: 'personal' as const, intervalSeconds: 5, addressKey: `address-${index}`, createdAt, expiresAt,
    }))
    for (let from = 0; from < rows.length; from += 500)
      await database().deviceRequest.createMany({ data: rows.slice(from, from + 500) })
    expect((await authorize()).status).toBe(200)
    expect((await authorize({}, '192.0.2.3')).status).toBe(429)
  }) // prettier-ignore
})

describe('a person who enters a code', () => {
  it('sees who asks for what, in any spelling of the code', async () => {
    const { session } = await newSession()
    const { json } = await authorize({ scope: 'write read', device_name: 'NAS' }, '203.0.113.9')
    const code: string = json.user_code
    for (const typed of [code, code.toLowerCase().replace('-', ''), ` ${code.replace('-', ' – ')}`]) {
      const { status, json: seen } = await lookUp(session, typed)
      expect([status, seen]).toEqual([
        200,
        {
          client_id: 'test-app',
          device_name: 'NAS',
          token_kind: 'personal',
          scopes: ['write', 'read'],
          address: '203.0.113.9',
          expires_in_seconds: null,
          requested_at: expect.any(String) as string,
        },
      ])
    }
  })

  it('can be wrong ten times in ten minutes, however many guesses arrive at once, at all three endpoints together', async () => {
    const { account, session } = await newSession()
    await newDeviceRequest(account)
    const right = userCodeOf(account)
    const wrong = 'BBBBBBBB'
    expect((await lookUp(session, right)).status).toBe(200)
    expect((await lookUp(session, 'AEIOU')).json.code).toBe('invalid_input')
    const guesses = [lookUp, approve, deny].flatMap((ask) => Array.from({ length: 10 }, () => ask(session, wrong)))
    const codes = (await Promise.all(guesses)).map(({ json }) => json.code as string)
    expect(codes.filter((code) => code === 'device_code_not_found')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(20)
    const late = await approve(session, right)
    expect([late.status, late.json.code]).toEqual([429, 'too_many_requests'])
    expect(Number(late.headers.get('retry-after'))).toBeLessThanOrEqual(600)
    const other = await newSession()
    expect((await lookUp(other.session, right)).status).toBe(200)
  })

  it('is not limited by right codes, not even those already decided', async () => {
    const { account, session } = await newSession()
    await newDeviceRequest(account)
    for (let asked = 0; asked < 15; asked += 1) expect((await lookUp(session, userCodeOf(account))).status).toBe(200)
    await deny(session, userCodeOf(account))
    for (let asked = 0; asked < 15; asked += 1) {
      expect((await lookUp(session, userCodeOf(account))).json.code).toBe('device_request_decided')
    }
  })

  it('cannot find an expired code', async () => {
    const { account, session } = await newSession()
    await newDeviceRequest(account, { expiresAt: now() })
    for (const ask of [lookUp, approve, deny]) {
      const { status, json } = await ask(session, userCodeOf(account))
      expect([status, json.code]).toEqual([404, 'device_code_not_found'])
    }
  })
})

describe('the decision', () => {
  it('of any number of people at once counts once', async () => {
    const { account, session } = await newSession()
    await newDeviceRequest(account)
    const code = userCodeOf(account)
    const others = await Promise.all([1, 2, 3].map(newSession))
    const answers = await Promise.all([
      approve(session, code),
      deny(session, code),
      ...others.flatMap((other) => [approve(other.session, code), deny(other.session, code)]),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, ...Array<number>(7).fill(409)])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.json.code).toBe('device_request_decided')
    const decisions = await database().auditEvent.findMany({ where: { targetType: 'device_request' } })
    expect(decisions).toHaveLength(1)
  })

  it('can only shrink the scopes', async () => {
    const { account, session } = await newSession()
    const { id } = await newDeviceRequest(account, { scopes: 'read' })
    const wider = await approve(session, userCodeOf(account), { scopes: ['read', 'write'] })
    expect([wider.status, wider.json.errors]).toMatchObject([400, [{ pointer: '/scopes/1' }]])
    expect((await approve(session, userCodeOf(account), { scopes: [] })).status).toBe(204)
    const row = await database().deviceRequest.findUniqueOrThrow({ where: { id } })
    expect([row.state, row.scopes]).toEqual(['approved', ''])
  })

  it('cannot narrow a device token, and reports every wrong field at once', async () => {
    const { account, session } = await newSession()
    await newDeviceRequest(account, { tokenKind: 'device', scopes: '' })
    const fields = { scopes: ['read'], expires_in_seconds: 86_401 }
    const { json } = await approve(session, userCodeOf(account), fields)
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/scopes', '/expires_in_seconds'])
  })

  it('requires a recent password for approval, and none for denial', async () => {
    const { account, session, sessionId } = await newSession()
    await newDeviceRequest(account)
    await database().token.update({ where: { id: sessionId }, data: { authTime: new Date(0) } })
    expect((await approve(session, userCodeOf(account))).json.code).toBe('reauthentication_required')
    expect((await deny(session, userCodeOf(account))).status).toBe(204)
  })

  it('asks what to sign out where the session policy says so, and the poll signs it out', async () => {
    withSettings({ SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'ask' })
    const { account, session, sessionId } = await newSession()
    const other = await newToken(account, 'device')
    const { json: codes } = await authorize({ token_kind: 'device' })
    const asked = await approve(session, codes.user_code)
    expect([asked.status, asked.json]).toMatchObject([409, { code: 'session_limit_reached', sign_out_count: 1 }])
    expect(asked.json.sessions).toHaveLength(2)
    expect((await lookUp(session, codes.user_code)).status).toBe(200)
    expect((await approve(session, codes.user_code, { sign_out: [other.id] })).status).toBe(204)
    const live = () => database().token.findMany({ where: { userId: account.id, revokedAt: null } })
    expect(await live()).toHaveLength(2)
    const { json } = await poll(codes.device_code)
    expect((await live()).map(({ id }) => id).toSorted()).toEqual([sessionId, json.token_id].toSorted())
  })

  it('is rejected while there is no room for the token', async () => {
    withSettings({ SESSION_POLICY: 'one', SESSION_OVERFLOW: 'refuse', TOKENS_PER_USER: '1' })
    const { account, session } = await newSession()
    await newToken(account, 'personal', { name: 'Deploy' })
    const [device, personal] = [await authorize({ token_kind: 'device' }), await authorize()]
    expect((await approve(session, device.json.user_code)).json.code).toBe('session_limit_reached')
    expect((await approve(session, personal.json.user_code)).json.code).toBe('token_limit_reached')
    withSettings({ TOKENS_PER_USER: '2' })
    const taken = await approve(session, personal.json.user_code, { name: 'deploy' })
    expect([taken.status, taken.json]).toMatchObject([409, { code: 'name_taken', errors: [{ pointer: '/name' }] }])
    expect((await approve(session, personal.json.user_code)).status).toBe(204)
  })
})

it('disappears with the account that approved it, and with a restore', async () => {
  const { account, session } = await newSession()
  await newApprovedRequest(account)
  expect((await call(deleteAccount, { method: 'DELETE', session, body: { password: PASSWORD } })).status).toBe(204)
  expect(await database().deviceRequest.count()).toBe(0)
  await newApprovedRequest(await newAccount(), { createdAt: new Date(0) })
  expect(await invalidateOlder(new Date(1), () => undefined)).toMatchObject({ codes: 1 })
  expect(await database().deviceRequest.count()).toBe(0)
})

describe('with DEVICE_FLOW=off', () => {
  it('the endpoints do not exist, and the metadata and the configuration omit them', async () => {
    expect((await call(getConfig)).json.device_flow).toBe(true)
    expect((await call(getMetadata)).json).toHaveProperty('device_authorization_endpoint')
    withSettings({ DEVICE_FLOW: 'off' })
    const { session } = await newSession()
    const answers = [await authorize(), await poll('x'), await lookUp(session, 'BBBBBBBB'), await deny(session, 'BBBBBBBB')]
    for (const { status, json } of answers) expect([status, json.code]).toEqual([404, 'not_found'])
    expect((await call(getConfig)).json.device_flow).toBe(false)
    const { json: metadata, headers } = await call(getMetadata)
    expect(Object.keys(metadata).filter((name) => /^token_endpoint|^device/.test(name))).toEqual([])
    expect(metadata).toMatchObject({ grant_types_supported: [], revocation_endpoint: 'http://localhost:3000/api/v1/auth/revoke' })
    expect([headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual(['*', 'public, max-age=300'])
  }) // prettier-ignore
})
