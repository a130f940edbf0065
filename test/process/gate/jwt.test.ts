import Database from 'better-sqlite3'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import jsonwebtoken from 'jsonwebtoken'
import { createPublicKey } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import { newScratchPlace } from '@/test/support/servers/scratch-place'
import { startForTest } from '@/test/support/servers/start-for-test'

interface Pair {
  access: string
  refresh: string
}

const createPair = async (origin: string, username: string): Promise<Pair> =>
  (await remoteApi(origin).post('/api/v1/auth/jwt/create', { username, password: PASSWORD })).json()
const renew = (origin: string, refresh: string) => remoteApi(origin).post('/api/v1/auth/token-refresh', { refresh })

describe.each(['EdDSA', 'ES256', 'RS256'])('an access token signed with %s', (algorithm) => {
  it('is verified by jose and jsonwebtoken from the served key set alone', async () => {
    const { origin } = await startForTest({ env: { JWT_ALGORITHM: algorithm } })
    await remoteApi(origin).newPerson('ada')
    const { access } = await createPair(origin, 'ada')
    const expected = { issuer: origin, audience: origin }
    const keySet = createRemoteJWKSet(new URL(`${origin}/.well-known/jwks.json`))
    const { payload } = await jwtVerify(access, keySet, { ...expected, typ: 'at+jwt', algorithms: [algorithm] })
    const jwks = (await remoteApi(origin).get('/.well-known/jwks.json')).json()
    // jsonwebtoken does not support EdDSA.
    if (algorithm === 'EdDSA') return
    const key = createPublicKey({ key: jwks.keys[0], format: 'jwk' })
    const found = jsonwebtoken.verify(access, key, { ...expected, algorithms: [algorithm as 'ES256'] })
    expect(found).toEqual(payload)
  })
})

describe('a refresh family', () => {
  it('is revoked when a spent token is reused, even after a crash', async () => {
    const place = await newScratchPlace('sqlite')
    const before = await startForTest(place.options)
    await remoteApi(before.origin).newPerson('ada')
    const first = await createPair(before.origin, 'ada')
    const second = (await renew(before.origin, first.refresh)).json() as Pair
    await before.kill()
    // Skips the period in which a retry gets the same pair.
    const database = new Database(path.join(place.dataDir, 'latchkey.db'))
    const past = '2020-01-01T00:00:00.000+00:00'
    database.prepare('UPDATE token_secret SET valid_until = ? WHERE valid_until IS NOT NULL').run(past)
    database.close()
    const after = await startForTest(place.options)
    expect((await renew(after.origin, first.refresh)).json()).toMatchObject({ status: 401, code: 'refresh_invalid' })
    expect((await renew(after.origin, second.refresh)).status).toBe(401)
    const verify = await remoteApi(after.origin).post('/api/v1/auth/token-verify', { token: second.access })
    expect(verify.status).toBe(401)
    await after.stop('SIGINT')
    await place.remove()
  })

  it('survives a crash together with the key set', async () => {
    const place = await newScratchPlace('sqlite')
    const before = await startForTest(place.options)
    await remoteApi(before.origin).newPerson('ada')
    const first = await createPair(before.origin, 'ada')
    const { text } = await remoteApi(before.origin).get('/.well-known/jwks.json')
    await before.kill()
    const after = await startForTest(place.options)
    expect((await renew(after.origin, first.refresh)).status).toBe(200)
    expect((await remoteApi(after.origin).get('/.well-known/jwks.json')).text).toBe(text)
    await after.stop('SIGINT')
    await place.remove()
  })
})
