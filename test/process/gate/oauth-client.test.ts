import { Readable } from 'node:stream'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insecure } from '@/test/support/requests/insecure'
import { openConnection } from '@/test/support/servers/raw-connection'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import type { WireRequest } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

let place: ScratchPlace
let server: ServerProcess
let api: RemoteApi
let ada: Person
let service: MadeToken
/** A good key without the scope that introspection requires. */
let unscoped: MadeToken

const ISSUER = 'https://issuer.example'

beforeAll(async () => {
  place = await newScratchPlace('sqlite')
  const env = { SETUP_CODE: 'a-code-for-this-test', JWT_ISSUER: ISSUER }
  server = await startServer({ ...place.options, env })
  expect(server.stdout() + server.stderr()).toContain('JWT_ISSUER differs from APP_URL')
  api = remoteApi(server.origin)
  await api.post('/api/v1/setup', {
    setup_code: 'a-code-for-this-test', username: 'root', email: 'root@example.com',
    password: 'correct horse battery staple', confirm_password: 'correct horse battery staple',
  }) // prettier-ignore
  const { key } = (await api.signIn('login', 'root')).json()
  const asked = { name: 'service', scopes: ['introspect'] }
  service = (await api.post('/api/v1/auth/tokens', asked, { authorization: `Token ${key}` })).json()
  ada = await api.newPerson('ada')
  unscoped = await api.createToken(ada.deviceKey, 'unscoped')
})
afterAll(async () => {
  await server.stop('SIGINT')
  await place.remove()
})

/** Returns the server metadata for an OAuth client. The test server speaks HTTP on loopback. */
const metadata = () => ({
  issuer: server.origin,
  introspection_endpoint: `${server.origin}/api/v1/auth/introspect`,
  revocation_endpoint: `${server.origin}/api/v1/auth/revoke`,
})
const client = { client_id: 'a service' }

const basic = (key: string) => oauth.ClientSecretBasic(key)
const wrongKey = () => service.key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))

async function introspected(auth: oauth.ClientAuth, token: string) {
  const response = await oauth.introspectionRequest(metadata(), client, auth, token, insecure)
  return oauth.processIntrospectionResponse(metadata(), client, response)
}

async function revoked(auth: oauth.ClientAuth, token: string) {
  const response = await oauth.revocationRequest(metadata(), client, auth, token, insecure)
  return oauth.processRevocationResponse(response)
}

const codeOf = async (key: string) => (await api.verify(key)).json().code ?? 'live'

describe('an OAuth client (oauth4webapi)', () => {
  it('introspects a token and sees its revocation at once', async () => {
    const token = await api.createToken(ada.deviceKey, 'introspected')
    const seen = await introspected(basic(service.key), token.key)
    expect(seen).toMatchObject({ active: true, username: 'ada', jti: token.id, iss: server.origin })
    await api.revoke(ada.deviceKey, token.id)
    expect(await introspected(basic(service.key), token.key)).toEqual({ active: false })
  })

  it('receives an access token’s own claims', async () => {
    const { access } = (await api.signIn('jwt/create', 'ada')).json()
    const own = JSON.parse(Buffer.from(access.split('.')[1], 'base64url').toString())
    expect(own.iss).toBe(ISSUER)
    const { iss, aud, sub, jti, exp, iat, nbf, client_id } = own
    const claims = { iss, aud, sub, jti, exp, iat, nbf, client_id }
    expect(await introspected(basic(service.key), access)).toMatchObject({ active: true, kind: 'access', ...claims })
  })

  it('is challenged with the scheme that it used when its own key is wrong', async () => {
    const challenges = async (asked: Promise<unknown>) => {
      const error: unknown = await asked.catch((reason: unknown) => reason)
      if (!(error instanceof oauth.WWWAuthenticateChallengeError)) throw new Error('no challenge', { cause: error })
      return [error.status, error.cause]
    }
    const byBasic = [401, [{ scheme: 'basic', parameters: { realm: 'latchkey', charset: 'UTF-8' } }]]
    expect(await challenges(introspected(basic(wrongKey()), 'x'))).toEqual(byBasic)
    expect(await challenges(revoked(basic(wrongKey()), 'x'))).toEqual(byBasic)
    const bearer = (_: unknown, __: unknown, ___: URLSearchParams, headers: Headers) =>
      headers.set('authorization', `Bearer ${wrongKey()}`)
    const byBearer = [
      401,
      [
        { scheme: 'token', parameters: {} },
        { scheme: 'bearer', parameters: { realm: 'latchkey', error: 'invalid_token' } },
      ],
    ]
    expect(await challenges(introspected(bearer, 'x'))).toEqual(byBearer)
    expect(await challenges(revoked(bearer, 'x'))).toEqual(byBearer)
  })

  it('can read every other error', async () => {
    const { access } = (await api.signIn('jwt/create', 'ada')).json()
    const ofBody = (status: number, error: string) => ({ code: oauth.RESPONSE_BODY_ERROR, status, error })
    await expect(introspected(basic(unscoped.key), 'x')).rejects.toMatchObject(ofBody(403, 'insufficient_scope'))
    await expect(introspected(basic(service.key), 'x'.repeat(5000))).rejects.toMatchObject({
      ...ofBody(400, 'invalid_request'),
      error_description: 'token: Use at most 4096 characters',
    })
    await expect(revoked(basic(unscoped.key), access)).rejects.toMatchObject(ofBody(400, 'unsupported_token_type'))
    await expect(revoked(oauth.None(), access)).rejects.toMatchObject(ofBody(400, 'unsupported_token_type'))
  })

  it('revokes as a public client, which has nothing but the token', async () => {
    const token = await api.createToken(ada.deviceKey, 'of a public client')
    const { refresh } = (await api.signIn('jwt/create', 'ada')).json()
    for (const shown of [token.key, token.key, refresh, 'unknown', wrongKey()]) {
      await expect(revoked(oauth.None(), shown)).resolves.toBeUndefined()
    }
    expect(await codeOf(token.key)).toBe('token_revoked')
    expect((await api.post('/api/v1/auth/token-refresh', { refresh })).json().code).toBe('refresh_invalid')
  })

  it('revokes its own token and an already revoked one, but no token of another account', async () => {
    const token = await api.createToken(ada.deviceKey, 'revoked by itself')
    await expect(revoked(basic(token.key), token.key)).resolves.toBeUndefined()
    await expect(revoked(basic(ada.deviceKey), token.key)).resolves.toBeUndefined()
    await expect(revoked(basic(ada.deviceKey), service.key)).resolves.toBeUndefined()
    expect([await codeOf(token.key), await codeOf(service.key)]).toEqual(['token_revoked', 'live'])
  })
})

describe.each(['introspect', 'revoke'])('every error of /auth/%s', (name) => {
  const send = (wire: WireRequest) =>
    api.send({ method: 'POST', path: `/api/v1/auth/${name}`, body: 'token=x', ...wire })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const asService = () => ({ ...form, authorization: `Bearer ${service.key}` })

  it.each<[number, string, () => WireRequest]>([
    [400, 'invalid_request', () => ({ headers: asService(), body: '' })],
    [400, 'invalid_request', () => ({ headers: { ...asService(), 'content-type': 'application/json' }, body: '{' })],
    [401, 'invalid_client', () => ({ headers: { ...form, authorization: 'Digest x' } })],
    [405, 'invalid_request', () => ({ method: 'PUT', headers: asService() })],
    [413, 'invalid_request', () => ({ headers: asService(), body: 'x'.repeat(70_000) })],
    [413, 'invalid_request', () => ({ headers: asService(), body: Readable.from(['x'.repeat(70_000)]) })],
    [415, 'invalid_request', () => ({ headers: { ...asService(), 'content-type': 'text/plain' } })],
    [415, 'invalid_request', () => ({ headers: { ...asService(), 'content-encoding': 'gzip' } })],
  ])('follows RFC 6749: %i %s', async (status, error, wire) => {
    for (const path of [`/api/v1/auth/${name}`, `/api/v1/auth/${name}/`]) {
      const answer = await send({ path, ...wire() })
      const { 'content-type': type, 'cache-control': caching } = answer.headers
      const seen = [answer.status, type, caching, answer.json()]
      const body = { error, error_description: expect.any(String), code: expect.any(String) }
      expect(seen).toEqual([status, 'application/json; charset=utf-8', 'no-store', expect.objectContaining(body)])
    }
  })
})

it('introspection checks its caller after it has read the body', async () => {
  const caller = await api.createToken(ada.deviceKey, 'slow caller')
  const connection = await openConnection(server.origin)
  const head = ['POST /api/v1/auth/introspect HTTP/1.1', 'Host: localhost', `Authorization: Bearer ${caller.key}`]
  connection.write(`${head.join('\r\n')}\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{"token"`)
  await api.revoke(ada.deviceKey, caller.id)
  connection.write(':"x"}')
  expect(await connection.until(/token_\w+"}$/)).toMatch(/^HTTP\/1.1 401 .*"code":"token_revoked"}$/s)
  connection.destroy()
})
