import type { OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startForwardAuth } from '@/test/support/forward-auth'
import { testFrontProxy } from '@/test/support/front-proxy-guarantees'
import type { ProxyProgram } from '@/test/support/proxy-program'
import type { MadeToken, Person } from '@/test/support/remote-api'
import type { Received } from '@/test/support/toy-application'

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
// Programs behind WSGI and CGI take these for the same names.
const UNDERSCORED = IDENTITY.map((name) => name.replaceAll('-', '_'))
const forged = Object.fromEntries([...IDENTITY, ...UNDERSCORED].map((name) => [name, FORGED]))

/** What docs/verify.md promises of a reverse proxy, tried on the real one. `unavailable` is its answer without Latchkey. */
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

    it('lets a live key through, with who holds it, and keeps the key to itself', async () => {
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

    it('passes method and body on', async () => {
      const body = 'x'.repeat(200_000)
      const answer = await whole.proxy.send({ method: 'PUT', path: '/', headers: headersOf(key), body })
      expect(answer.json()).toMatchObject({ method: 'PUT', body })
    })

    it('drops identity that a client made up, also where there is none of its own, and in the spelling of CGI', async () => {
      for (const more of [{}, { connection: `close, ${IDENTITY.join(', ')}` }]) {
        const answer = await whole.proxy.get('/', { ...headersOf(key), ...forged, ...more })
        expect(answer.status).toBe(200)
        expect(answer.text).not.toContain(FORGED)
      }
    })

    it('refuses a revoked key from the next request on', async () => {
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

    it('refuses who shows no key, two, or one without the scope, whatever else they send', async () => {
      const before = whole.application.requests()
      const { key: unscoped } = await newToken('without scopes', [])
      const statusOf = async (headers: OutgoingHttpHeaders, path = '/') => (await whole.proxy.get(path, headers)).status
      expect(await statusOf({ ...forged, cookie: ada.cookie })).toBe(401)
      // nginx refuses these by itself.
      expect(await statusOf({ Authorization: [`Token ${key}`, `Token ${key}`] })).toBeOneOf([400, 401])
      expect(await statusOf(headersOf(unscoped), `/?scope=&access_token=${key}`)).toBe(403)
      expect(whole.application.requests()).toBe(before)
    })

    it('asks Latchkey without the cookies of the application, however large they are', async () => {
      // No line is larger than a buffer of nginx; all are more than Node.js takes by default.
      const large = { cookie: `a=${'x'.repeat(7800)}`, referer: `https://${'x'.repeat(7800)}` }
      const answer = await whole.proxy.get(`/${'x'.repeat(6000)}`, { ...headersOf(key), ...large })
      expect(answer.status, answer.text).toBe(200)
      expect((answer.json() as Received).headers).toMatchObject(large)
      expect((await whole.proxy.get('/', large)).status).toBe(401)
    })

    it('leaves a preflight to the application, without identity, and nothing else without a key', async () => {
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

    it('asks clients of Basic for a password where that is wanted, and takes the key for it', async () => {
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

    it('opens nothing when the demand in its configuration is misspelt', async () => {
      const before = whole.application.requests()
      expect((await whole.mistypedProxy.get('/', headersOf(key))).status).toBe(403)
      expect(whole.application.requests()).toBe(before)
    })

    it('passes failures of the application on as they are', async () => {
      const answer = await whole.proxy.get('/failing', headersOf(key))
      expect([answer.status, answer.json().method]).toEqual([500, 'GET'])
    })

    testFrontProxy(() => whole)

    // The last one: Latchkey does not come back.
    it(`answers ${unavailable} without Latchkey, and lets nobody through`, async () => {
      await whole.stopLatchkey()
      const before = whole.application.requests()
      expect((await whole.proxy.get('/', { ...headersOf(key), ...forged })).status).toBe(unavailable)
      expect(whole.application.requests()).toBe(before)
    })
  })
}
