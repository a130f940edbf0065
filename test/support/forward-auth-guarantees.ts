import type { OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startForwardAuth } from '@/test/support/forward-auth'
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

    it('passes failures of the application on as they are', async () => {
      const answer = await whole.proxy.get('/failing', headersOf(key))
      expect([answer.status, answer.json().method]).toEqual([500, 'GET'])
    })

    // The last one: Latchkey does not come back.
    it(`answers ${unavailable} without Latchkey, and lets nobody through`, async () => {
      await whole.stopLatchkey()
      const before = whole.application.requests()
      expect((await whole.proxy.get('/', { ...headersOf(key), ...forged })).status).toBe(unavailable)
      expect(whole.application.requests()).toBe(before)
    })
  })
}
