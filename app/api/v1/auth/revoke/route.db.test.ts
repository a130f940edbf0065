import { describe, expect, it } from 'vitest'
import { POST as revoke } from '@/app/api/v1/auth/revoke/route'
import { database } from '@/lib/db/client'
import { generateKey } from '@/lib/keys/token-key'
import { call } from '@/test/support/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/gate-route'
import { accessTokenOf } from '@/test/support/jwt'

const end = async (key: string, token: string) => call(revoke, { key, body: { token } })
const codeOf = async (key: string) => (await call(verify, { key })).json.code ?? 'live'

describe('revoking the token of a key', () => {
  it('ends it at once, for its owner, with a row in the trail', async () => {
    const account = await newAccount()
    const [device, token] = [await newToken(account, 'device'), await newToken(account, 'personal')]
    const { status, text } = await end(device.key, token.key)
    expect([status, text]).toEqual([200, ''])
    expect(await codeOf(token.key)).toBe('token_revoked')
    const [event] = await database().auditEvent.findMany()
    expect(event).toMatchObject({ action: 'token.revoked', targetId: token.id, actorTokenId: device.id })
  })

  it('ends a token that presents itself, also as Basic and as a form', async () => {
    const account = await newAccount()
    const [bearer, basic] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    expect((await end(bearer.key, bearer.key)).status).toBe(200)
    const authorization = `Basic ${Buffer.from(`client:${basic.key}`).toString('base64')}`
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
    const rawBody = `token=${basic.key}&token_type_hint=access_token&client_id=x`
    expect((await call(revoke, { method: 'POST', headers, rawBody })).status).toBe(200)
    expect([await codeOf(bearer.key), await codeOf(basic.key)]).toEqual(['token_revoked', 'token_revoked'])
  })

  it('answers 200 to what is unknown, malformed, dead or somebody else’s, and the latter lives on', async () => {
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

  it('is not for a personal token on another of its owner', async () => {
    const account = await newAccount()
    const [one, other] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    expect((await end(one.key, other.key)).status).toBe(200)
    expect(await codeOf(other.key)).toBe('live')
  })

  it('ends anybody’s token for an administrator, and for a personal token with the scope admin', async () => {
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

  it('ends the family of a refresh token, for its access tokens and its owner, also by one that was spent', async () => {
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

  it('ends the token of an account that is not active, for an administrator', async () => {
    const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
    const token = await newToken(await newAccount({ isActive: false }), 'personal')
    await end(key, token.key)
    expect(await codeOf(token.key)).toBe('token_revoked')
  })

  it('does not end a session that it is shown by a stranger, and does for its owner', async () => {
    const account = await newAccount()
    const [session, device] = [await newToken(account, 'session'), await newToken(account, 'device')]
    const stranger = await newToken(await newAccount(), 'device')
    const revokedAt = async () => (await database().token.findUniqueOrThrow({ where: { id: session.id } })).revokedAt
    await end(stranger.key, session.key)
    expect(await revokedAt()).toBeNull()
    await end(device.key, session.key)
    expect(await revokedAt()).not.toBeNull()
  })

  it('takes the key itself for credential enough, and writes down whose it was', async () => {
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

  it('rejects a credential that is sent and not good, although none is needed', async () => {
    const token = await newToken(await newAccount(), 'personal')
    const authorization = `Basic ${Buffer.from(`client:${generateKey('personal')}`).toString('base64')}`
    const { status, json, headers } = await call(revoke, { headers: { authorization }, body: { token: token.key } })
    expect([status, json.error, json.code]).toEqual([401, 'invalid_client', 'token_unknown'])
    expect(headers.get('www-authenticate')).toBe('Basic realm="latchkey", charset="UTF-8"')
    expect(await codeOf(token.key)).toBe('live')
  })

  it('says in the words of OAuth what it cannot revoke or read', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    const jwt = await end(key, 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln')
    expect(jwt.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect([jwt.status, jwt.json]).toEqual([
      400,
      {
        error: 'unsupported_token_type',
        error_description: 'An access token cannot be revoked; revoke its refresh token instead',
        code: 'unsupported_token_type',
      },
    ])
    const missing = await call(revoke, { body: { token_type_hint: 7 } })
    expect([missing.status, missing.json]).toMatchObject([
      400,
      {
        error: 'invalid_request',
        error_description: 'token: Must be text; token_type_hint: Must be text',
        code: 'invalid_input',
      },
    ])
    expect(await codeOf(key)).toBe('live')
  })
})
