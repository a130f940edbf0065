import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/expect-hardened'
import { exchangeRaw } from '@/test/support/raw-connection'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/remote-api'
import { startServer, type ServerProcess } from '@/test/support/server-process'

const PUBLIC = 'https://keys.example.com'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer({ env: { APP_URL: PUBLIC, ALLOWED_HOSTS: 'latchkey.internal', REGISTRATION: 'open' } })
  api = remoteApi(server.origin, PUBLIC)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const foreign = ['evil.example', 'keys.example.com.evil.example', '169.254.169.254', 'localhost.evil.example:80']
const own = ['keys.example.com', 'KEYS.EXAMPLE.COM:443', 'latchkey.internal:3000', 'localhost', '127.0.0.1:1', '[::1]']

describe('a request for another host', () => {
  it.each(foreign)('is refused, page, endpoint and file alike: %s', async (host) => {
    for (const path of ['/login', '/api/v1/auth/user', '/api/nothing-here', '/icon.svg', '/_next/static/x.js']) {
      const answer = await api.get(path, { host, authorization: `Token ${ada.deviceKey}` })
      expect([answer.status, answer.json().code]).toEqual([421, 'misdirected_request'])
      expectHardened(answer)
      expect(answer.text).not.toContain(host)
    }
  })

  it.each(foreign)('is answered where proxies ask with the host of their application: %s', async (host) => {
    const headers = { host, authorization: `Token ${ada.deviceKey}` }
    expect((await api.get('/api/v1/auth/verify', headers)).status).toBe(200)
    expect((await api.get('/api/health/live', headers)).status).toBe(200)
    expect((await api.get('/api/health/ready', headers)).status).toBe(200)
    expect((await api.send({ method: 'POST', path: '/api/v1/auth/introspect', headers })).status).toBe(403)
  })

  it('is refused when it names two, or another in its target', async () => {
    const twice = 'GET /login HTTP/1.1\r\nHost: keys.example.com\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    const absolute = 'GET http://evil.example/login HTTP/1.1\r\nHost: keys.example.com\r\nConnection: close\r\n\r\n'
    for (const bytes of [twice, absolute]) expect(await exchangeRaw(server.origin, bytes)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

it.each(own)('a request for %s is for us', async (host) => {
  expect((await api.get('/login', { host })).status).toBe(200)
})
