import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GET as readJwks } from '@/app/.well-known/jwks.json/route'
import { POST as refresh } from '@/app/api/v1/auth/token-refresh/route'
import { database } from '@/lib/db/client'
import { readAccessToken } from '@/lib/domain/jwt/access-token'
import { keepSigningKeys, rotateSigningKey } from '@/lib/domain/signing-keys/keep-signing-keys'
import { forgetKeyRing } from '@/lib/domain/signing-keys/key-ring'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance } from '@/test/support/factories'
import { newPair, newSigningKeys, partsOf } from '@/test/support/jwt'
import { stopClock } from '@/test/support/stop-clock'
import { withSettings } from '@/test/support/with-settings'

const kidOf = (token: string) => partsOf(token).header['kid']
const servedKids = async () => (await call(readJwks)).json.keys.map(({ kid }: { kid: string }) => kid)

/** Moves the process's clock forward for the rest of the test. */
function passSeconds(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}

afterEach(() => vi.useRealTimers())

describe('the signing keys', () => {
  it('start with exactly one, however many instances start at once', async () => {
    await newInstance()
    await Promise.all(Array.from({ length: 5 }, keepSigningKeys))
    expect(await database().signingKey.count()).toBe(1)
    expect(await database().auditEvent.count({ where: { action: 'signing_key.created' } })).toBe(1)
  })

  it('are stored encrypted', async () => {
    await newSigningKeys()
    const { sealedPrivate, publicJwk } = await database().signingKey.findFirstOrThrow()
    expect(publicJwk).not.toHaveProperty('d')
    expect(Buffer.from(sealedPrivate).toString('latin1')).not.toMatch(/"d"|"kty"/)
  })

  it.each(['EdDSA', 'ES256', 'RS256'])('are published without their private part: %s', async (algorithm) => {
    withSettings({ JWT_ALGORITHM: algorithm })
    await newSigningKeys()
    const { status, json, headers } = await call(readJwks)
    expect(status).toBe(200)
    expect(json.keys).toHaveLength(1)
    expect(json.keys[0]).toMatchObject({ alg: algorithm, use: 'sig', kid: expect.any(String) })
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(json.keys[0]).not.toHaveProperty(part)
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  it('of HS256 are never published', async () => {
    withSettings({ JWT_ALGORITHM: 'HS256' })
    await newSigningKeys()
    expect((await call(readJwks)).json).toEqual({ keys: [] })
  })

  it('are published before they sign, and until everything that they signed has expired', async () => {
    await newSigningKeys()
    const { username } = await newAccount()
    const before = await newPair(username)
    const now = stopClock()
    const { id, signsFrom } = await rotateSigningKey(null)
    expect(signsFrom.getTime()).toBe(now + 660_000)
    expect(await servedKids()).toEqual([id, kidOf(before.access)])
    expect(kidOf((await newPair(username)).access)).toBe(kidOf(before.access))
    passSeconds(661)
    const { json: after } = await call(refresh, { body: { refresh: before.refresh } })
    expect(kidOf(after.access)).toBe(id)
    expect(await readAccessToken(after.access)).toMatchObject({ sub: expect.any(String) })
    await keepSigningKeys()
    expect(await servedKids()).toEqual([id, kidOf(before.access)])
    passSeconds(2 * 86_400)
    await keepSigningKeys()
    forgetKeyRing()
    expect(await servedKids()).toEqual([id])
  })

  it('are replaced automatically when they are old, and when the algorithm changes', async () => {
    await newSigningKeys()
    passSeconds(89 * 86_400)
    await keepSigningKeys()
    expect(await database().signingKey.count()).toBe(1)
    passSeconds(86_400)
    await Promise.all([keepSigningKeys(), keepSigningKeys(), keepSigningKeys()])
    expect(await database().signingKey.count()).toBe(2)
    withSettings({ JWT_ALGORITHM: 'ES256' })
    await keepSigningKeys()
    expect((await call(readJwks)).json.keys[0].alg).toBe('ES256')
  })

  it('rotate under load without a single token that a client cannot verify', async () => {
    await newSigningKeys()
    const { username } = await newAccount()
    const pairs = await Promise.all([newPair(username), newPair(username), newPair(username)])
    // A client that fetches the key set only as often as max-age allows.
    let known = { keys: (await call(readJwks)).json, until: Date.now() + 300_000 }
    const kids = new Set<unknown>()
    for (let step = 0; step < 30; step += 1) {
      if (step === 3) await rotateSigningKey(null)
      const renewed = await Promise.all(pairs.map((pair) => call(refresh, { body: { refresh: pair.refresh } })))
      for (const [index, { json }] of renewed.entries()) {
        pairs[index] = json
        kids.add(kidOf(json.access))
        await jwtVerify(json.access, createLocalJWKSet(known.keys), { currentDate: new Date() })
        expect(await readAccessToken(json.access)).toMatchObject({ sub: expect.any(String) })
      }
      passSeconds(40)
      if (Date.now() >= known.until) known = { keys: (await call(readJwks)).json, until: Date.now() + 300_000 }
    }
    expect(kids.size).toBe(2)
  }, 60_000)
})
