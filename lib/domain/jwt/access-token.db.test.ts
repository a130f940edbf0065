import { createPublicKey } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it, vi, onTestFinished } from 'vitest'
import { database } from '@/lib/db/client'
import { readAccessToken } from '@/lib/domain/jwt/access-token'
import { getJwks } from '@/lib/domain/signing-keys/key-ring'
import { generateKey } from '@/lib/keys/token-key'
import { newAccount } from '@/test/support/factories'
import { forge, hmac, newPair, newSigningKeys, partsOf, stolenKey } from '@/test/support/jwt'
import { stopClock } from '@/test/support/stop-clock'
import { withSettings } from '@/test/support/with-settings'

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'HS256']

/** A valid access token in its parts, and a function that signs others with the server's own key. */
async function newToken(algorithm = 'EdDSA') {
  withSettings({ JWT_ALGORITHM: algorithm })
  await newSigningKeys()
  const account = await newAccount()
  const { access, refresh } = await newPair(account.username)
  const { header, payload, signature } = partsOf(access)
  const sign = await stolenKey()
  return { account, access, refresh, header, payload, signature, sign }
}

describe.each(ALGORITHMS)('an access token signed with %s', (algorithm) => {
  it('carries its subject, issuer, lifetime and scope, and reads back unchanged', async () => {
    const { account, access, header, payload } = await newToken(algorithm)
    const row = await database().token.findFirstOrThrow({ where: { userId: account.id, kind: 'refresh' } })
    expect(header).toEqual({ alg: algorithm, typ: 'at+jwt', kid: expect.any(String) })
    expect(payload).toEqual({
      iss: 'http://localhost:3000',
      aud: 'http://localhost:3000',
      sub: account.id,
      sid: row.id,
      client_id: row.id,
      jti: expect.stringMatching(/^[\w-]{22}$/),
      iat: expect.any(Number),
      nbf: Number(payload['iat']) - 5,
      exp: Number(payload['iat']) + 300,
      auth_time: payload['iat'],
      scope: 'read write',
    })
    expect(await readAccessToken(access)).toEqual(payload)
  })

  it('is rejected once its payload or signature is altered', async () => {
    const { access, header, payload, sign, signature } = await newToken(algorithm)
    expect(await readAccessToken(forge(header, payload, sign))).toMatchObject({ sub: expect.any(String) })
    const other = { ...payload, sub: '01890000-0000-7000-8000-000000000000' }
    const kept = () => Buffer.from(signature, 'base64url')
    expect(await readAccessToken(forge(header, other, kept))).toBe('token_unknown')
    expect(await readAccessToken(access.slice(0, -8))).toBe('token_unknown')
    expect(await readAccessToken(`${access}.x`)).toBe('token_unknown')
  })
})

describe('an access token with a forged algorithm', () => {
  it.each(['none', 'None', 'nOnE', '', 'HS256', 'HS384', 'ES256', 'RS256', ['EdDSA'], null, 7])(
    'is rejected when its header says %j',
    async (alg) => {
      const { header, payload, sign } = await newToken()
      for (const signWith of [sign, () => Buffer.alloc(0), hmac('')]) {
        expect(await readAccessToken(forge({ ...header, alg }, payload, signWith))).toBe('token_unknown')
      }
    },
  )

  it.each(['ES256', 'RS256'])('is rejected when it uses the public key of %s as an HS256 secret', async (algorithm) => {
    const { header, payload } = await newToken(algorithm)
    const [jwk] = (await getJwks()).keys
    const pem = createPublicKey({ key: jwk as never, format: 'jwk' })
    const secrets = [
      pem.export({ type: 'spki', format: 'pem' }),
      pem.export({ type: 'spki', format: 'der' }),
      JSON.stringify(jwk),
    ]
    for (const secret of secrets) {
      expect(await readAccessToken(forge({ ...header, alg: 'HS256' }, payload, hmac(secret)))).toBe('token_unknown')
    }
  })

  it('is rejected when its ES256 signature is all zeros (CVE-2022-21449)', async () => {
    const { header, payload } = await newToken('ES256')
    for (const zeros of [Buffer.alloc(64), Buffer.alloc(0), Buffer.alloc(72)]) {
      expect(await readAccessToken(forge(header, payload, () => zeros))).toBe('token_unknown')
    }
  })
})

describe('the header of an access token', () => {
  it('cannot supply a key or a key URL, and the server fetches nothing', async () => {
    const { header, payload, sign } = await newToken()
    const listener = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void listener.close())
    await once(listener, 'listening')
    const called = vi.fn()
    listener.on('connection', called)
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/jwks.json`
    const [jwk] = (await getJwks()).keys
    const extras = [
      { jku: url },
      { x5u: url },
      { jwk },
      { x5c: ['MIIB'] },
      { crit: ['exp'], exp: 1 },
      { crit: ['unknown'], unknown: true },
      { zip: 'DEF' },
      { b64: false, crit: ['b64'] },
    ]
    for (const extra of extras) {
      expect(await readAccessToken(forge({ ...header, ...extra }, payload, sign)), JSON.stringify(extra)).toBe(
        'token_unknown',
      )
    }
    expect(called).not.toHaveBeenCalled()
  })

  it.each(['../../dev/null', "' OR 1=1--", '__proto__', 'constructor', 'x'.repeat(10_000), 7, null, ['a'], {}, ''])(
    'must name a signing key of this server exactly, so %j is rejected',
    async (kid) => {
      const { header, payload, sign } = await newToken()
      expect(await readAccessToken(forge({ ...header, kid }, payload, sign))).toBe('token_unknown')
    },
  )

  it.each(['JWT', 'jwt', 'refresh+jwt', undefined, null, 'application/at+jwtx'])(
    'must have the type at+jwt, so %j is rejected',
    async (typ) => {
      const { header, payload, sign } = await newToken()
      expect(await readAccessToken(forge({ ...header, typ }, payload, sign))).toBe('token_unknown')
    },
  )
})

describe('the claims of an access token', () => {
  const CLAIMS = ['iss', 'aud', 'sub', 'sid', 'client_id', 'jti', 'iat', 'nbf', 'exp', 'auth_time', 'scope']

  it.each(CLAIMS)('must include %s with the right type', async (claim) => {
    const { header, payload, sign } = await newToken()
    for (const value of [undefined, null, '', [], {}, true, 'x'.repeat(300)]) {
      const changed = { ...payload, [claim]: value }
      const isFine = typeof value === 'string' && (claim === 'scope' || claim === 'client_id')
      const read = await readAccessToken(forge(header, changed, sign))
      expect(typeof read === 'object', `${claim} ${JSON.stringify(value)}`).toBe(isFine)
    }
  })

  it('must name this issuer and audience, with valid times and no unknown claim', async () => {
    const { header, payload, sign } = await newToken()
    for (const change of [
      { aud: 'https://other.example' },
      { aud: ['http://localhost:3000', 'https://other.example'] },
      { iss: 'https://other.example' },
      { iss: 'http://localhost:3000/' },
      { is_admin: true },
      { exp: String(payload['exp']) },
      { exp: 1e400 },
      { iat: -1 },
    ]) {
      expect(await readAccessToken(forge(header, { ...payload, ...change }, sign)), JSON.stringify(change)).toBe(
        'token_unknown',
      )
    }
  })

  it('are accepted only between nbf and exp, within the leeway', async () => {
    const { header, payload, sign } = await newToken()
    withSettings({ JWT_ALGORITHM: 'EdDSA', JWT_LEEWAY_SECONDS: '30' })
    const at = Math.floor(stopClock() / 1000)
    const read = (change: object) => readAccessToken(forge(header, { ...payload, ...change }, sign))
    expect(await read({ exp: at - 32 })).toBe('token_expired')
    expect(await read({ exp: at - 20 })).toMatchObject({ sub: expect.any(String) })
    expect(await read({ nbf: at + 40 })).toBe('token_unknown')
    expect(await read({ nbf: at + 20 })).toMatchObject({ sub: expect.any(String) })
  })
})

it.each(['', '.', '..', 'a.b.c', '{}.{}.{}', 'x'.repeat(5000), `${'x'.repeat(4100)}.y.z`, 'é.é.é'])(
  'rejects %j, which is not a token',
  async (text) => {
    await newSigningKeys()
    expect(await readAccessToken(text)).toBe('token_unknown')
  },
)

it('rejects a key of any other kind as an access token', async () => {
  await newSigningKeys()
  for (const kind of ['session', 'device', 'personal', 'refresh'] as const) {
    expect(await readAccessToken(generateKey(kind))).toBe('token_unknown')
  }
})

beforeEach(() => vi.restoreAllMocks())
