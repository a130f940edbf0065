import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import { sqliteRows } from '@/test/support/servers/scratch-place'
import type { PlainServer } from '@/test/support/servers/plain-server'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const USERNAME = 'addressed-ada'

const direct = inject('plainServer')
let proxied: ServerProcess

beforeAll(async () => {
  proxied = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, fd00::/8' } })
  for (const { origin } of [direct, proxied]) await remoteApi(origin).newPerson(USERNAME)
})
afterAll(() => proxied.stop('SIGINT'))

/** Signs in with these headers. Returns the whole answer and the client address that the server stored. */
async function signInWith({ origin, dataDir }: PlainServer, headers: Record<string, string | string[]>) {
  const credentials = { username: USERNAME, password: PASSWORD }
  const answer = await remoteApi(origin).post('/api/v1/auth/login', credentials, headers)
  const id = String(answer.json().token_id)
  const [token] = sqliteRows(dataDir, `SELECT created_address AS address FROM token WHERE id = '${id}'`)
  const [event] = sqliteRows(dataDir, `SELECT address, request_id FROM audit_event WHERE target_id = '${id}'`)
  expect(event?.['request_id']).toBe(answer.headers['x-request-id'])
  expect(event?.['address']).toBe(token?.['address'])
  return { answer, address: token?.['address'] }
}

describe('without trusted proxies', () => {
  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['x-real-ip', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9;proto=https;host=evil.example'],
    ['cf-connecting-ip', '203.0.113.9'],
    ['true-client-ip', '203.0.113.9'],
    ['x-client-ip', '203.0.113.9'],
  ])('the server takes the address from the socket and ignores %s', async (name, value) => {
    expect((await signInWith(direct, { [name]: value })).address).toBe('127.0.0.1')
  })

  it('the server sets the request id and ignores the client’s', async () => {
    const { answer } = await signInWith(direct, { 'x-request-id': 'planted', 'x-correlation-id': 'planted' })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('X-Forwarded-Proto and -Host change neither cookies nor redirects', async () => {
    const api = remoteApi(direct.origin)
    const posing = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '444' }
    const session = await api.post(
      '/api/v1/auth/session',
      { username: USERNAME, password: PASSWORD },
      { ...posing, origin: direct.origin },
    )
    expect(session.headers['set-cookie']?.[0]).toMatch(/^latchkey=lks_/)
    expect(session.headers['set-cookie']?.[0]).not.toMatch(/secure|domain|evil/i)
    for (const path of ['/', '/settings/tokens', '/login']) {
      const { headers, text } = await api.get(path, { ...posing, host: 'evil.example' })
      expect(`${JSON.stringify(headers)}${text}`).not.toContain('evil.example')
    }
  })

  it('X-Forwarded-Host does not let another site sign in', async () => {
    const posing = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }
    const credentials = { username: USERNAME, password: PASSWORD }
    expect((await remoteApi(direct.origin).post('/api/v1/auth/session', credentials, posing)).status).toBe(403)
  })
})

describe('behind a trusted proxy', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.7, 203.0.113.9', '203.0.113.9'],
    ['203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['198.51.100.7,203.0.113.9,10.1.2.3 , 127.0.0.1', '203.0.113.9'],
    ['198.51.100.7, ::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8::7, fd00::1', '2001:db8::7'],
    [['198.51.100.7', '203.0.113.9'], '203.0.113.9'],
    ['203.0.113.9, unknown', '127.0.0.1'],
    ["203.0.113.9, ' OR 1=1", '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('the address of %j is %s: the right-most untrusted hop', async (hops, address) => {
    expect((await signInWith(proxied, { 'x-forwarded-for': hops })).address).toBe(address)
  })

  it.each(['x-real-ip', 'forwarded', 'cf-connecting-ip'])('the server ignores %s even there', async (name) => {
    expect((await signInWith(proxied, { [name]: '203.0.113.9' })).address).toBe('127.0.0.1')
  })
})
