import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { exchangeRaw, parseAnswer } from '@/test/support/servers/raw-connection'
import { remoteApi, type Person } from '@/test/support/servers/remote-api'
import type { WireRequest } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PUBLIC = 'https://keys.example.com'
const UNKNOWN_ID = '0190163d-8694-739b-aea5-966c26f8ad91'

const plain = inject('plainServer')
const api = remoteApi(plain.origin)
let https: ServerProcess
let ada: Person

beforeAll(async () => {
  https = await startServer({ env: { APP_URL: PUBLIC } })
  ada = await api.newPerson('headers-ada')
})
afterAll(() => https.stop('SIGINT'))

const json = { 'content-type': 'application/json' }
const asDevice = () => ({ authorization: `Token ${ada.deviceKey}` })
const asBrowser = () => ({ cookie: ada.cookie })
const tokens = '/api/v1/auth/tokens'

/** One request for each status that the process can answer, with its credential. */
const answers: [status: number, name: string, request: () => WireRequest][] = [
  [200, 'a page', () => ({ path: '/login' })],
  [200, 'a page for somebody', () => ({ path: '/settings/tokens', headers: asBrowser() })],
  [200, 'HEAD of a page', () => ({ method: 'HEAD', path: '/login' })],
  [200, 'health', () => ({ path: '/api/health/live' })],
  [200, 'readiness', () => ({ path: '/api/health/ready' })],
  [200, 'the document of the API', () => ({ path: '/api/v1/openapi.json' })],
  [200, 'an account', () => ({ path: '/api/v1/auth/user', headers: asDevice() })],
  [200, 'a list', () => ({ path: tokens, headers: asBrowser() })],
  [200, 'a verdict', () => ({ path: '/api/v1/auth/verify', headers: asDevice() })],
  [201, 'a token made', () => ({ method: 'POST', path: tokens, headers: { ...json, ...asDevice() }, body: '{"name":"ci"}' })],
  [204, 'a session ended', () => ({ method: 'DELETE', path: '/api/v1/auth/session', headers: { ...asBrowser(), origin: plain.origin } })],
  [307, 'a page for nobody', () => ({ path: '/settings/tokens' })],
  [307, 'the data of a page', () => ({ path: '/login', headers: { rsc: '1' } })],
  [400, 'a target that is no path', () => ({ path: '/\\keys.example.com/login' })],
  [400, 'a body that is no JSON', () => ({ method: 'POST', path: '/api/v1/auth/login', headers: json, body: '{' })],
  [401, 'nobody', () => ({ path: tokens })],
  [401, 'a wrong key', () => ({ path: '/api/v1/auth/verify', headers: { authorization: 'Token lkp_wrong' } })],
  [403, 'a request from another site', () => ({ method: 'POST', path: '/api/v1/auth/session', headers: { ...json, origin: 'https://evil.example' }, body: '{}' })],
  [404, 'no page', () => ({ path: '/nothing-here' })],
  [404, 'no endpoint', () => ({ path: '/api/nothing-here' })],
  [404, 'no static file', () => ({ path: '/_next/static/chunks/nothing-here.js' })],
  [404, 'no such token', () => ({ path: `${tokens}/${UNKNOWN_ID}`, headers: asDevice() })],
  [405, 'a method that a page has not', () => ({ method: 'POST', path: '/login' })],
  [405, 'a method that an endpoint has not', () => ({ method: 'PUT', path: tokens })],
  [405, 'a method that nothing has', () => ({ method: 'PROPFIND', path: '/api/health/live' })],
  [409, 'a name that is taken', () => ({ method: 'POST', path: tokens, headers: { ...json, ...asDevice() }, body: '{"name":"ci"}' })],
  [413, 'a body that is too large', () => ({ method: 'POST', path: tokens, headers: json, body: 'x'.repeat(70_000) })],
  [415, 'a body of a type not read', () => ({ method: 'POST', path: '/api/v1/auth/login', headers: { 'content-type': 'text/plain' }, body: '{}' })],
] // prettier-ignore

describe('every answer has the security headers, and no cache may store it', () => {
  it.each(answers)('%i: %s', async (status, _name, request) => {
    const answer = await api.send(request())
    expect(answer.status).toBe(status)
    expectHardened(answer)
    expect(answer.headers['cache-control']).toMatch(/\bno-store\b/)
  })

  it.each([
    [200, 'a static file'],
    [304, 'a static file that the browser has'],
  ])('%i: %s, which may be cached', async (status) => {
    const { text } = await api.get('/login')
    const path = /\/_next\/static\/chunks\/[^"]+\.js/.exec(text)?.[0] ?? ''
    const { headers } = await api.get(path)
    const answer = await api.get(path, status === 304 ? { 'if-none-match': headers.etag } : {})
    expect(answer.status).toBe(status)
    expectHardened(answer)
  })
})

describe('answers that Node.js would send on its own have the security headers too', () => {
  const big = `X-Big: ${'x'.repeat(20_000)}`
  const requests: [status: number, name: string, lines: string[]][] = [
    [400, 'no host', ['GET /login HTTP/1.1']],
    [400, 'no host at the gate', ['GET /api/v1/auth/verify HTTP/1.1']],
    [400, 'two hosts', ['GET /login HTTP/1.1', 'Host: localhost', 'Host: evil.example']],
    [400, 'a header without a name', ['GET /login HTTP/1.1', 'Host: localhost', ': x']],
    [400, 'another version', ['GET /login HTTP/9.9', 'Host: localhost']],
    [431, 'large headers', ['GET /login HTTP/1.1', 'Host: localhost', big]],
  ]

  it.each(requests)('%i: %s', async (status, _name, lines) => {
    const answer = parseAnswer(await exchangeRaw(plain.origin, `${lines.join('\r\n')}\r\n\r\n`))
    expect(answer.status).toBe(status)
    expectHardened(answer)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toMatchObject({ status, code: status === 431 ? 'headers_too_large' : 'malformed_request' })
  })
})

describe('the keys that verify access tokens', () => {
  const path = '/.well-known/jwks.json'

  it.each(['GET', 'HEAD'])('may be cached for five minutes, by any client and any site: %s', async (method) => {
    const answer = await api.send({ method, path })
    expect(answer.status).toBe(200)
    expectHardened(answer)
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    })
  })

  it('may not be cached when the answer is an error', async () => {
    const answer = await api.send({ method: 'POST', path, body: '' })
    expect([answer.status, answer.headers['cache-control']]).toEqual([405, 'no-store'])
    expectHardened(answer)
  })
})

describe('Strict-Transport-Security', () => {
  const paths = [
    '/login',
    '/nothing-here',
    '/api/health/live',
    '/api/nothing-here',
    tokens,
    '//x',
    '/icon.svg',
    '/favicon.ico',
  ]

  it.each(paths)('lasts at least a year with an https public origin: %s', async (path) => {
    const { headers } = await remoteApi(https.origin).get(path)
    const [, seconds = '0'] = /^max-age=(\d+)$/.exec(headers['strict-transport-security'] ?? '') ?? []
    expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000)
  })

  it.each(paths)('is absent over plain HTTP: %s', async (path) => {
    expect((await api.get(path, { 'x-forwarded-proto': 'https' })).headers).not.toHaveProperty(
      'strict-transport-security',
    )
  })
})

describe('no other site has access', () => {
  const origins = [
    'https://evil.example',
    'null',
    'https://keys.example.com.evil.example',
    'https://sub.keys.example.com',
  ]

  it.each(
    origins.flatMap((origin) =>
      ['/login', tokens, '/api/v1/auth/session', '/api/v1/auth/verify'].map((path) => [origin, path] as const),
    ),
  )('from %s to %s', async (origin, path) => {
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    for (const [method, headers] of [
      ['GET', {}],
      ['POST', json],
      ['OPTIONS', preflight],
    ] as const) {
      const answer = await remoteApi(https.origin).send({ method, path, headers: { origin, ...headers } })
      const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))
      expect(allowed, method).toEqual([])
    }
  })
})
