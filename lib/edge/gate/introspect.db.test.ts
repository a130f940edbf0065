import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { generateKey } from '@/lib/keys/token-key'
import { writeUses } from '@/lib/domain/usage/write-uses'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { gateRoute } from '@/test/support/requests/gate-route'
import { newAccess, partsOf } from '@/test/support/jwt'
import { withSettings } from '@/test/support/with-settings'

const introspect = gateRoute('/api/v1/auth/introspect')

async function newService() {
  const { key } = await newToken(await newAccount({ isAdmin: true }), 'personal', { scopes: ['introspect'] })
  return { key, ask: async (token: string) => call(introspect, { key, body: { token } }) }
}

describe('introspecting a token', () => {
  it('describes a live token in the terms of RFC 7662', async () => {
    const { ask } = await newService()
    const account = await newAccount({ username: 'maya' })
    const expiresAt = new Date(Date.now() + 3_600_000)
    const { id, key } = await newToken(account, 'personal', { scopes: ['read', 'write'], expiresAt })
    const { status, json, headers } = await ask(key)
    expect(status).toBe(200)
    expect(json).toEqual({
      active: true,
      scope: 'read write',
      username: 'maya',
      token_type: 'Bearer',
      exp: Math.floor(expiresAt.getTime() / 1000),
      sub: account.id,
      iss: 'http://localhost:3000',
      jti: id,
      kind: 'personal',
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('returns an access token’s own claims, not those of its family', async () => {
    withSettings({ JWT_ISSUER: 'https://issuer.example', JWT_AUDIENCE: 'an audience' })
    const { ask } = await newService()
    const account = await newAccount({ username: 'maya' })
    const access = await newAccess(account)
    const { iss, aud, sub, jti, exp, iat, nbf, client_id } = partsOf(access.key).payload
    expect([iss, aud, sub]).toEqual(['https://issuer.example', 'an audience', account.id])
    const { json } = await ask(access.key)
    expect(json).toEqual({
      active: true, scope: 'read write', username: 'maya', token_type: 'Bearer', kind: 'access',
      iss, aud, sub, jti, exp, iat, nbf, client_id,
    }) // prettier-ignore
    expect(json.jti).not.toBe(access.id)
  })

  it('omits exp for a token that never expires, and accepts device tokens', async () => {
    const { ask } = await newService()
    const { key } = await newToken(await newAccount(), 'device', { expiresAt: null })
    const { json } = await ask(key)
    expect(json).toMatchObject({ active: true, kind: 'device', scope: 'read write' })
    expect(json).not.toHaveProperty('exp')
  })

  it('answers exactly {"active":false} for everything else, without a reason', async () => {
    const { ask } = await newService()
    const account = await newAccount()
    const past = new Date(Date.now() - 1)
    const [revoked, superseded] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: past } })
    await database().tokenSecret.updateMany({ where: { tokenId: superseded.id }, data: { validUntil: past } })
    const dead = [
      revoked.key,
      superseded.key,
      (await newToken(account, 'personal', { expiresAt: past })).key,
      (await newToken(await newAccount({ isActive: false }), 'personal')).key,
      (await newToken(account, 'session')).key,
      (await newToken(account, 'refresh')).key,
      generateKey('personal'),
      'lkp_short',
      '',
      'a.b.c',
      "' OR 1=1--",
    ]
    for (const token of dead) {
      const { status, text } = await ask(token)
      expect([status, text], token.slice(0, 12)).toEqual([200, '{"active":false}'])
    }
  })

  it('accepts a form, the key as the Basic password, and unknown parameters', async () => {
    const { key } = await newService()
    const token = await newToken(await newAccount(), 'personal')
    const authorization = `Basic ${Buffer.from(`client:${key}`).toString('base64')}`
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
    const rawBody = `token=${token.key}&token_type_hint=refresh_token&resource=x`
    const { json } = await call(introspect, { method: 'POST', headers, rawBody })
    expect(json).toMatchObject({ active: true, jti: token.id })
  })

  it('accepts the introspect scope only while its owner is an administrator', async () => {
    const { key, ask } = await newService()
    expect((await ask('x')).status).toBe(200)
    await database().user.updateMany({ data: { isAdmin: false } })
    const { status, json } = await ask(key)
    expect([status, json.error, json.code]).toEqual([403, 'insufficient_scope', 'insufficient_scope'])
  })

  it('rejects devices, sessions and personal tokens without the scope', async () => {
    const admin = await newAccount({ isAdmin: true })
    const codes = []
    for (const [kind, scopes] of [
      ['device', []],
      ['personal', ['read', 'admin']],
    ] as const) {
      const { key } = await newToken(admin, kind, { scopes })
      codes.push((await call(introspect, { key, body: { token: key } })).json.code)
    }
    expect(codes).toEqual(['credential_not_allowed', 'insufficient_scope'])
    const session = await newToken(admin, 'session')
    expect((await call(introspect, { session: session.key, body: { token: 'x' } })).json.code).toBe('token_missing')
  })

  it('counts as a use of the token, without the address of the requesting service', async () => {
    const { ask } = await newService()
    const { id, key } = await newToken(await newAccount(), 'personal')
    await ask(key)
    await writeUses()
    const { lastUsedAt, lastUsedAddress } = await database().token.findUniqueOrThrow({ where: { id } })
    expect([lastUsedAt, lastUsedAddress]).toEqual([expect.any(Date), null])
  })
})
