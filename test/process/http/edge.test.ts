import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchPageData } from '@/test/support/requests/page-data'
import { exchangeRaw } from '@/test/support/servers/raw-connection'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireRequest } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const METRICS_TOKEN = 'a-token-for-this-test'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer({ env: { METRICS_TOKEN } })
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const raw = (...lines: string[]) => exchangeRaw(server.origin, `${lines.join('\r\n')}\r\n\r\n`)
const statusesOf = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const linesSince = (before: number, pattern: RegExp) => [...server.stdout().slice(before).matchAll(pattern)].length

describe('a typo in a verification query', () => {
  it('is answered with 403 and logged once', async () => {
    const { key } = (await api.signIn('login', 'ada')).json() as { key: string }
    const before = server.stdout().length
    for (const query of ['scopes=write', 'scoe=write', 'kind=device&kind=device']) {
      const { status, json } = await api.get(`/api/v1/auth/verify?${query}`, { authorization: `Bearer ${key}` })
      expect([status, json()]).toEqual([403, expect.objectContaining({ code: 'parameter_unknown' })])
    }
    // The log arrives through a pipe, after the responses. A failed sign-in is logged after everything before it.
    await api.signIn('login', 'ada', 'not the password')
    await expect.poll(() => linesSince(before, /credentials_invalid/g)).toBe(1)
    expect(linesSince(before, /unknown or repeated query parameter/g)).toBe(1)
  })
})

describe('a request target must be a plain path', () => {
  it.each(['http://evil.example/login', 'http://evil.example/api/health/live', '/\\evil.example', '*'])(
    '%s is rejected',
    async (target) => {
      const answer = await raw(`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close')
      expect(statusesOf(answer)).toEqual([400])
      expect(answer).toContain('"code":"bad_request_target"')
    },
  )

  it.each(['/login?next=', '/api/v1/auth/user?x=', '/_next/static/'])(
    '%s… of more than 8 kB is rejected',
    async (start) => {
      expect((await api.get(start.padEnd(8192, 'x'))).status).not.toBe(431)
      expect((await api.get(start.padEnd(8193, 'x'))).json()).toMatchObject({ status: 431, code: 'headers_too_large' })
    },
  )

  it.each([
    '/%E0%A4%A',
    '/api/%E0%A4%A',
    '/api/v1/auth/tokens/%FF',
    '/api/v1/auth/tokens/%',
    '/settings/%zz',
    '/_next/static/%E0%A4%A',
  ])('%s, which is invalid percent-encoding, causes no server error', async (path) => {
    const { status, headers } = await api.get(path, { cookie: ada.cookie })
    expect([400, 404]).toContain(status)
    if (path.startsWith('/api/')) expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it.each([
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/a//evil.example',
    '/.//evil.example',
    '/login//',
    '/settings/tokens/',
    '/%09/evil.example',
    '/?next=//evil.example',
    '/api//health/live',
    '/%0d%0aset-cookie:x=1',
  ])('%s leads to no other host', async (path) => {
    for (const cookie of ['', ada.cookie]) {
      const { status, headers } = await api.get(path, { host: 'evil.example', cookie })
      expect(status).toBeLessThan(500)
      expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/)
      expect(headers).not.toHaveProperty('set-cookie')
    }
  })
})

describe('repeated and trailing slashes change nothing and cause no redirect', () => {
  const asDevice = () => ({ authorization: `Token ${ada.deviceKey}` })
  const signIn = JSON.stringify({ username: 'ada', password: PASSWORD })
  const requests: [path: string, wire: () => WireRequest][] = [
    ['/api/v1/auth/verify', () => ({ headers: asDevice() })],
    ['/api/v1/auth/user', () => ({ headers: asDevice() })],
    ['/api/v1/auth/introspect', () => ({ method: 'POST', headers: asDevice(), body: 'token=x' })],
    ['/api/v1/auth/login', () => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: signIn })],
    ['/api/health/live', () => ({})],
    ['/api/metrics', () => ({ headers: { authorization: `Bearer ${METRICS_TOKEN}` } })],
    ['/api/nothing-here', () => ({})],
    ['/.well-known/jwks.json', () => ({})],
    ['/settings/tokens', () => ({ headers: { cookie: ada.cookie } })],
    ['/nothing-here', () => ({})],
  ]

  it.each(requests)('%s', async (path, wire) => {
    const { status } = await api.send({ path, ...wire() })
    const variants = [
      `${path}/`,
      `${path}//`,
      `/${path}`,
      path.replaceAll('/', '//'),
      `${path.replaceAll('/', '///')}/`,
    ]
    for (const variant of variants) {
      const answer = await api.send({ path: variant, ...wire() })
      expect([answer.status, answer.headers.location], variant).toEqual([status, undefined])
    }
  })
})

describe('an invalid router state', () => {
  it.each([
    'x',
    '%',
    '%E0%A4%A',
    '{}',
    '[]',
    '[1]',
    '["",1]',
    '["",{"children":[]}]',
    '["",{},1]',
    '[["a","b","z",null],{}]',
  ])('%s causes no server error', async (state) => {
    for (const path of ['/login', '/settings/tokens', '/nothing-here', '/api/health/live']) {
      const headers = { 'next-router-state-tree': state, cookie: ada.cookie }
      for (const answer of [await api.get(path, headers), await fetchPageData(api, path, headers)]) {
        expect(answer.status).toBeLessThan(500)
      }
    }
  })
})

describe('methods', () => {
  const pages = ['/', '/login', '/settings/tokens', '/nothing-here', '/icon.svg']
  const endpoints = ['/api/v1/auth/tokens', '/api/v1/auth/introspect', '/api/health/live', '/api/nothing-here']

  it.each(['TRACE', 'PROPFIND', 'LOCK', 'SEARCH', 'PURGE'])(
    '%s is rejected everywhere except at verify',
    async (method) => {
      const verdict = { method, path: '/api/v1/auth/verify', headers: { authorization: `Token ${ada.deviceKey}` } }
      expect((await api.send(verdict)).status).toBe(200)
      for (const path of [...pages, ...endpoints]) {
        const { status, headers, text } = await api.send({ method, path, headers: { cookie: ada.cookie } })
        expect(status).toBe(405)
        expect(headers.allow).toMatch(/^(?:GET, HEAD|POST)/)
        expect(text).toContain('"code":"method_not_allowed"')
      }
    },
  )

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is rejected on pages', async (method) => {
    for (const path of pages) {
      const { status, headers } = await api.send({ method, path, headers: { cookie: ada.cookie }, body: '' })
      expect(status).toBe(405)
      expect(headers.allow).toBe('GET, HEAD')
    }
  })

  it('CONNECT opens no tunnel', async () => {
    const answer = await raw('CONNECT 127.0.0.1:22 HTTP/1.1', 'Host: 127.0.0.1:22')
    expect(answer).not.toMatch(/HTTP\/1\.1 2/)
  })

  it.each(['x', '', '7f1c0c1f0d3c6fd2f3a4b1f4d6a5c8e9b0a1c2d3e4'])(
    'a request for the server action %j causes no server error',
    async (action) => {
      const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
      const body = '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$F1"]\r\n--x--\r\n'
      for (const path of [...pages, ...endpoints.slice(2)]) {
        const { status } = await api.send({
          method: 'POST',
          path,
          headers: { 'next-action': action, ...multipart },
          body,
        })
        expect([404, 405]).toContain(status)
      }
    },
  )

  it.each(['x-http-method-override', 'x-method-override', 'x-http-method'])('%s overrides nothing', async (name) => {
    const token = await api.createToken(ada.deviceKey, name)
    const headers = { authorization: `Token ${ada.deviceKey}`, [name]: 'DELETE' }
    const path = `/api/v1/auth/tokens/${token.id}`
    expect((await api.get(path, headers)).status).toBe(200)
    expect((await api.get(`${path}?_method=DELETE`, headers)).status).toBe(400)
    expect((await api.verify(token.key)).status).toBe(200)
  })
})

describe('credentials', () => {
  it('two Authorization headers are rejected in any order', async () => {
    const [right, wrong] = [`Authorization: Token ${ada.deviceKey}`, 'Authorization: Basic YTpi']
    for (const pair of [
      [right, wrong],
      [wrong, right],
      [right, right],
    ]) {
      for (const path of ['/api/v1/auth/verify', '/api/v1/auth/user']) {
        const answer = await raw(`GET ${path} HTTP/1.1`, 'Host: localhost', ...pair, 'Connection: close')
        expect(statusesOf(answer)).toEqual([401])
      }
    }
  })

  it('two session cookies are rejected in any order', async () => {
    const planted = `latchkey=lks_${'A'.repeat(36)}`
    for (const cookie of [`${ada.cookie}; ${planted}`, `${planted}; ${ada.cookie}`, `${ada.cookie}; ${ada.cookie}`]) {
      expect((await api.get('/api/v1/auth/user', { cookie })).status).toBe(401)
      expect((await api.get('/settings/tokens', { cookie })).headers.location).toBe(
        '/login?next=%2Fsettings%2Ftokens&ended=1',
      )
    }
  })
})
