import { describe, expect, it } from 'vitest'
import { POST as revoke } from '@/app/api/v1/auth/revoke/route'
import { database } from '@/lib/db/client'
import { generateKey } from '@/lib/keys/token-key'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { accessTokenOf } from '@/test/support/jwt'

const end = async (key: string, token: string) => call(revoke, { key, body: { token } })
const codeOf = async (key: string) => (await call(verify, { key })).json.code ?? 'live'

describe('revoking a token by its key', () => {
  it('takes effect immediately for the owner, and leaves an audit row', async () => {
    const account = await newAccount()
    const [device, token] = [await newToken(account, 'device'), await newToken(account, 'personal')]
    const { status, text } = await end(device.key, token.key)
    expect([status, text]).toEqual([200, ''])
    expect(await codeOf(token.key)).toBe('token_revoked')
    const [event] = await database().auditEvent.findMany()
    expect(event).toMatchObject({ action: 'token.revoked', targetId: token.id, actorTokenId: device.id })
  })

  it('works for a token that presents itself, also with Basic and a form', async () => {
    const account = await newAccount()
    const [bearer, basic] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    expect((await end(bearer.key, bearer.key)).status).toBe(200)
    const authorization = `Basic ${Buffer.from(`client:${basic.key}`).toString('base64')}`
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
    const rawBody = `token=${basic.key}&token_type_hint=access_token&client_id=x`
    expect((await call(revoke, { method: 'POST', headers, rawBody })).status).toBe(200)
    expect([await codeOf(bearer.key), await codeOf(basic.key)]).toEqual(['token_revoked', 'token_revoked'])
  })

  it('answers 200 for unknown, malformed, dead and foreign tokens, and leaves the foreign one live', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    const foreign = await newToken(await newAccount(), 'personal')
    const own = await newToken(await newAccount(), 'device')
    await end(own.key, own.key)
    for (const token of [generateKey('personal'), 'x', '', own.key, foreign.key]) {
      const { status, text } = await end(key, token)
      expect([status, text]).toEqual([200, ''])
    }
    expect(await codeOf(foreign.key)).toBe('live')
  })

  it('has no effect if a personal token names another token of its owner', async () => {
    const account = await newAccount()
    const [one, other] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    expect((await end(one.key, other.key)).status).toBe(200)
    expect(await codeOf(other.key)).toBe('live')
  })

  it('works on any token for an administrator, and for a personal token with the admin scope', async () => {
    const admin = await newAccount({ isAdmin: true })
    const device = await newToken(admin, 'device')
    const scoped = await newToken(admin, 'personal', { scopes: ['admin'] })
    for (const { key } of [device, scoped]) {
      const owner = await newAccount()
      const token = await newToken(owner, 'personal')
      await end(key, token.key)
      expect(await codeOf(token.key)).toBe('token_revoked')
      const row = await database().token.findUniqueOrThrow({ where: { id: token.id } })
      expect(row.revokedReason).toBe('administrator')
      const event = await database().auditEvent.findFirst({ where: { targetId: token.id } })
      expect(event).toMatchObject({ userId: owner.id, actorUserId: admin.id })
    }
  })

  it('revokes the family of a refresh token, for its access token or its owner, even by a spent key', async () => {
    const account = await newAccount()
    const [family, spent] = [await newToken(account, 'refresh'), await newToken(account, 'refresh')]
    const access = await accessTokenOf({ id: family.id, userId: account.id })
    await end(access, family.key)
    expect(await codeOf(access)).toBe('token_revoked')
    const { key } = await newToken(account, 'device')
    const validUntil = new Date(Date.now() - 1)
    await database().tokenSecret.updateMany({ where: { tokenId: spent.id }, data: { validUntil } })
    await end(key, spent.key)
    const ended = await database().token.count({ where: { kind: 'refresh', revokedAt: { not: null } } })
    expect(ended).toBe(2)
  })

  it('works on the token of an inactive account for an administrator', async () => {
    const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
    const token = await newToken(await newAccount({ isActive: false }), 'personal')
    await end(key, token.key)
    expect(await codeOf(token.key)).toBe('token_revoked')
  })

  it('revokes a session for its owner, and not for a stranger', async () => {
    const account = await newAccount()
    const [session, device] = [await newToken(account, 'session'), await newToken(account, 'device')]
    const stranger = await newToken(await newAccount(), 'device')
    const revokedAt = async () => (await database().token.findUniqueOrThrow({ where: { id: session.id } })).revokedAt
    await end(stranger.key, session.key)
    expect(await revokedAt()).toBeNull()
    await end(device.key, session.key)
    expect(await revokedAt()).not.toBeNull()
  })

  it('accepts the key itself as the credential, and records whose it was', async () => {
    const account = await newAccount()
    for (const kind of ['personal', 'device', 'refresh'] as const) {
      const token = await newToken(account, kind)
      const { status, text } = await call(revoke, { body: { token: token.key, client_id: 'a public client' } })
      expect([status, text]).toEqual([200, ''])
      const row = await database().token.findUniqueOrThrow({ where: { id: token.id } })
      expect(row.revokedReason).toBe('unspecified')
      const event = await database().auditEvent.findFirst({ where: { targetId: token.id } })
      expect(event).toMatchObject({ userId: account.id, actorUserId: account.id, actorTokenId: token.id })
    }
    for (const token of [generateKey('personal'), 'x', '']) {
      expect((await call(revoke, { body: { token } })).status).toBe(200)
    }
  })

  it('rejects an invalid credential, although none is required', async () => {
    const token = await newToken(await newAccount(), 'personal')
    const authorization = `Basic ${Buffer.from(`client:${generateKey('personal')}`).toString('base64')}`
    const { status, json, headers } = await call(revoke, { headers: { authorization }, body: { token: token.key } })
    expect([status, json.error, json.code]).toEqual([401, 'invalid_client', 'token_unknown'])
    expect(headers.get('www-authenticate')).toBe('Basic realm="latchkey", charset="UTF-8"')
    expect(await codeOf(token.key)).toBe('live')
  })

  it('reports as OAuth errors what it cannot revoke or read', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    const jwt = await end(key, 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln')
    expect(jwt.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect([jwt.status, jwt.json]).toEqual([
      400,
      {
        error: 'unsupported_token_type',
        error_description: "Access tokens can't be revoked. Revoke the refresh token instead.",
        code: 'unsupported_token_type',
      },
    ])
    const missing = await call(revoke, { body: { token_type_hint: 7 } })
    expect([missing.status, missing.json]).toMatchObject([
      400,
      {
        error: 'invalid_request',
        error_description: 'token: Required; token_type_hint: Must be a string',
        code: 'invalid_input',
      },
    ])
    expect(await codeOf(key)).toBe('live')
  })
})
