import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { exchangeRaw } from '@/test/support/servers/raw-connection'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PUBLIC = 'https://keys.example.com'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  const contacts = 'mailto:security@example.com, https://example.com/security'
  const env = {
    APP_URL: PUBLIC,
    ALLOWED_HOSTS: 'latchkey.internal',
    REGISTRATION: 'open',
    SECURITY_CONTACT: contacts,
    HSTS_INCLUDE_SUBDOMAINS: 'true',
  }
  server = await startServer({ env })
  api = remoteApi(server.origin, PUBLIC)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const foreign = ['evil.example', 'keys.example.com.evil.example', '169.254.169.254', 'localhost.evil.example:80']
const own = ['keys.example.com', 'KEYS.EXAMPLE.COM:443', 'latchkey.internal:3000', 'localhost', '127.0.0.1:1', '[::1]']

describe('a request for another host', () => {
  it.each(foreign)('is rejected for pages, endpoints, and files alike: %s', async (host) => {
    for (const path of ['/login', '/api/v1/auth/user', '/api/nothing-here', '/icon.svg', '/_next/static/x.js']) {
      const answer = await api.get(path, { host, authorization: `Token ${ada.deviceKey}` })
      expect([answer.status, answer.json().code]).toEqual([421, 'misdirected_request'])
      expect(answer.json().detail).toContain(PUBLIC)
      expectHardened(answer)
      expect(answer.text).not.toContain(host)
    }
  })

  it.each(foreign)('is answered on the paths that proxies request with their application’s host: %s', async (host) => {
    const headers = { host, authorization: `Token ${ada.deviceKey}` }
    expect((await api.get('/api/v1/auth/verify', headers)).status).toBe(200)
    expect((await api.get('/api/health/live', headers)).status).toBe(200)
    expect((await api.get('/api/health/ready', headers)).status).toBe(200)
    expect((await api.send({ method: 'POST', path: '/api/v1/auth/introspect', headers })).status).toBe(403)
  })

  it('is rejected when it names two hosts, or another host in its target', async () => {
    const twice = 'GET /login HTTP/1.1\r\nHost: keys.example.com\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    const absolute = 'GET http://evil.example/login HTTP/1.1\r\nHost: keys.example.com\r\nConnection: close\r\n\r\n'
    for (const bytes of [twice, absolute]) expect(await exchangeRaw(server.origin, bytes)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

it.each(own)('a request for %s is accepted', async (host) => {
  expect((await api.get('/login', { host })).status).toBe(200)
})

it('HSTS covers subdomains if the setting asks for it', async () => {
  const { headers } = await api.get('/login')
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
})

it('/.well-known/security.txt names the security contacts, as RFC 9116 requires', async () => {
  const answer = await api.get('/.well-known/security.txt')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  expectHardened(answer)
  const fields = answer.text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(': ', 2))
  expect(fields.map(([name]) => name)).toEqual(['Contact', 'Contact', 'Expires', 'Canonical'])
  const [mail, page, expires, canonical] = fields.map(([, value]) => value ?? '')
  expect([mail, page]).toEqual(['mailto:security@example.com', 'https://example.com/security'])
  expect(canonical).toBe(`${PUBLIC}/.well-known/security.txt`)
  expect(expires).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
})
