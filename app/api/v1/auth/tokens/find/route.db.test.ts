import { describe, expect, it } from 'vitest'
import { POST as find } from '@/app/api/v1/auth/tokens/find/route'
import { database } from '@/lib/db/client'
import { generateKey } from '@/lib/keys/token-key'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'

describe('finding the token of a key', () => {
  it('tells the owner which token it is, without using it', async () => {
    const owner = await newAccount()
    const { key } = await newToken(owner, 'device')
    const token = await newToken(owner, 'personal', { name: 'printer' })
    await database().token.update({
      where: { id: token.id },
      data: { createdAddress: '192.0.2.9', revokedAt: new Date(0) },
    })
    const { status, json, text } = await call(find, { key, body: { key: ` ${token.key}\n` } })
    expect([status, json]).toMatchObject([
      200,
      { id: token.id, name: 'printer', status: 'revoked', created_ip: '192.0.2.9', last_used_at: null },
    ])
    expect(text).not.toContain(token.key)
  })

  it('gives the same answer for another account’s key, an unknown key and other text', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    const foreign = await newToken(await newAccount(), 'personal')
    const bodies = new Set<string>()
    for (const text of [foreign.key, generateKey('personal'), 'x'])
      bodies.add((await call(find, { key, body: { key: text } })).text)
    expect([...bodies].map((body) => JSON.parse(body).code)).toEqual(['token_not_found'])
  })
})
