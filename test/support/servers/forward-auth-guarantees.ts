import type { OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startForwardAuth } from '@/test/support/servers/forward-auth'
import { testFrontProxy } from '@/test/support/servers/front-proxy-guarantees'
import type { ProxyProgram } from '@/test/support/servers/proxy-program'
import type { MadeToken, Person } from '@/test/support/servers/remote-api'
import type { Received } from '@/test/support/servers/toy-application'

const IDENTITY = [
  'x-user-id',
  'remote-user',
  'remote-email',
  'remote-groups',
  'x-token-id',
  'x-token-kind',
  'x-token-scopes',
]
const FORGED = 'forged'
// WSGI and CGI programs treat these as the same names.
const UNDERSCORED = IDENTITY.map((name) => name.replaceAll('-', '_'))
const forged = Object.fromEntries([...IDENTITY, ...UNDERSCORED].map((name) => [name, FORGED]))

/**
 * Tests what docs/verify.md promises of a reverse proxy, on the real program. `unavailable` is the status without
 * Latchkey.
 */
export function testForwardAuth(name: string, program: ProxyProgram, unavailable: number): void {
  describe(`${name}, configured as documented`, () => {
    let whole: Awaited<ReturnType<typeof startForwardAuth>>
    let ada: Person
    let key: string

    beforeAll(async () => {
      whole = await startForwardAuth(program)
      ada = await whole.api.newPerson('ada')
      key = (await newToken('live', ['read', 'write'])).key
    }, 90_000)
    afterAll(() => whole.stop())

    const headersOf = (token: string) => ({ authorization: `Token ${token}` })
    const newToken = async (name: string, scopes: string[]): Promise<MadeToken> =>
      (await whole.api.post('/api/v1/auth/tokens', { name, scopes }, headersOf(ada.deviceKey))).json()

    it('admits a live key, passes on its identity, and removes the key', async () => {
      const { json: identity } = await whole.api.verify(key)
      const answer = await whole.proxy.get('/anywhere', headersOf(key))
      expect(answer.status).toBe(200)
      const { headers } = answer.json() as Received
      expect(headers).toMatchObject({
        'x-user-id': identity().user_id,
        'remote-user': 'ada',
        'x-token-id': identity().token_id,
        'x-token-kind': 'personal',
        'x-token-scopes': 'read%20write',
      })
      expect([headers['remote-email'] ?? '', headers['remote-groups'] ?? '', headers.authorization]).toEqual([
        '',
        '',
        undefined,
      ])
      expect(answer.text).not.toContain(key)
    })

    it('passes on method and body', async () => {
      const body = 'x'.repeat(200_000)
      const answer = await whole.proxy.send({ method: 'PUT', path: '/', headers: headersOf(key), body })
      expect(answer.json()).toMatchObject({ method: 'PUT', body })
    })

    it('drops forged identity headers, even where there is no real one, and in CGI spelling', async () => {
      for (const more of [{}, { connection: `close, ${IDENTITY.join(', ')}` }]) {
        const answer = await whole.proxy.get('/', { ...headersOf(key), ...forged, ...more })
        expect(answer.status).toBe(200)
        expect(answer.text).not.toContain(FORGED)
      }
    })

    it('rejects a revoked key from the next request', async () => {
      const { id, key: revoked } = await newToken('revoked', ['read'])
      expect((await whole.proxy.get('/', headersOf(revoked))).status).toBe(200)
      await whole.api.revoke(ada.deviceKey, id)
      const before = whole.application.requests()
      const answer = await whole.proxy.get('/', headersOf(revoked))
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining('invalid_token'),
      ])
      expect(whole.application.requests()).toBe(before)
    })

    it('rejects no key, two keys, or a key without the scope, whatever else the request contains', async () => {
      const before = whole.application.requests()
      const { key: unscoped } = await newToken('without scopes', [])
      const statusOf = async (headers: OutgoingHttpHeaders, path = '/') => (await whole.proxy.get(path, headers)).status
      expect(await statusOf({ ...forged, cookie: ada.cookie })).toBe(401)
      // nginx rejects these itself.
      expect(await statusOf({ Authorization: [`Token ${key}`, `Token ${key}`] })).toBeOneOf([400, 401])
      expect(await statusOf(headersOf(unscoped), `/?scope=&access_token=${key}`)).toBe(403)
      expect(whole.application.requests()).toBe(before)
    })

    it('asks Latchkey without the application’s cookies, however large they are', async () => {
      // Each line fits nginx’s buffer, but together they exceed Node.js’s default limit.
      const large = { cookie: `a=${'x'.repeat(7800)}`, referer: `https://${'x'.repeat(7800)}` }
      const answer = await whole.proxy.get(`/${'x'.repeat(6000)}`, { ...headersOf(key), ...large })
      expect(answer.status, answer.text).toBe(200)
      expect((answer.json() as Received).headers).toMatchObject(large)
      expect((await whole.proxy.get('/', large)).status).toBe(401)
    })

    it('passes a preflight to the application without identity, and nothing else without a key', async () => {
      const preflight = { origin: 'https://pages.example', 'access-control-request-method': 'GET' }
      const answer = await whole.proxy.send({ method: 'OPTIONS', path: '/', headers: { ...preflight, ...forged } })
      expect(answer.status, answer.text).toBe(200)
      const { method, headers } = answer.json() as Received
      expect([method, headers.origin]).toEqual(['OPTIONS', 'https://pages.example'])
      expect(answer.text).not.toContain(FORGED)
      const before = whole.application.requests()
      const { origin } = preflight
      for (const [other, more] of [
        ['OPTIONS', {}],
        ['OPTIONS', { origin }],
        ['GET', preflight],
        ['POST', preflight],
      ] as const) {
        const { status } = await whole.proxy.send({ method: other, path: '/', headers: more })
        expect([other, status]).toEqual([other, 401])
      }
      expect(whole.application.requests()).toBe(before)
    })

    it('asks Basic clients for a password where configured, and accepts the key as one', async () => {
      const basic = (password: string) => ({
        authorization: `Basic ${Buffer.from(`any:${password}`).toString('base64')}`,
      })
      const asked = await whole.basicProxy.get('/')
      const challenge = 'Basic realm="latchkey", charset="UTF-8"'
      expect([asked.status, asked.headers['www-authenticate']]).toEqual([401, challenge])
      const answer = await whole.basicProxy.get('/', basic(key))
      const { headers } = answer.json() as Received
      expect([answer.status, headers['remote-user'], headers.authorization]).toEqual([200, 'ada', undefined])
      expect((await whole.basicProxy.get('/', headersOf(key))).status).toBe(200)
      expect((await whole.basicProxy.get('/', basic('wrong'))).headers['www-authenticate']).toBe(challenge)
      const { key: unscoped } = await newToken('for Basic, without scopes', [])
      expect((await whole.basicProxy.get('/', basic(unscoped))).status).toBe(403)
      expect((await whole.proxy.get('/', basic(key))).status).toBe(401)
    })

    it('admits nothing if a parameter in its configuration is misspelled', async () => {
      const before = whole.application.requests()
      expect((await whole.mistypedProxy.get('/', headersOf(key))).status).toBe(403)
      expect(whole.application.requests()).toBe(before)
    })

    it('passes on the application’s failures unchanged', async () => {
      const answer = await whole.proxy.get('/failing', headersOf(key))
      expect([answer.status, answer.json().method]).toEqual([500, 'GET'])
    })

    testFrontProxy(() => whole)

    // Must run last, because Latchkey does not come back.
    it(`answers ${unavailable} without Latchkey, and lets nobody through`, async () => {
      await whole.stopLatchkey()
      const before = whole.application.requests()
      expect((await whole.proxy.get('/', { ...headersOf(key), ...forged })).status).toBe(unavailable)
      expect(whole.application.requests()).toBe(before)
    })
  })
}
