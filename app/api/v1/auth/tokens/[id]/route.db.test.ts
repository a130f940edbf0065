import { describe, expect, it } from 'vitest'
import { DELETE as revoke, GET as read, PATCH as rename } from '@/app/api/v1/auth/tokens/[id]/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'

const RANDOM_ID = '01a20065-269d-754a-a167-7e7199da9c6c'

async function newOwner() {
  const account = await newAccount()
  return {
    account,
    device: await newToken(account, 'device'),
    token: await newToken(account, 'personal', { name: 'ci' }),
  }
}

const actions = [
  ['reading', read, { method: 'GET' }],
  ['renaming', rename, { method: 'PATCH', body: { name: 'other' } }],
  ['revoking', revoke, { method: 'DELETE' }],
] as const

describe.each(actions)('%s a token', (_, route, input) => {
  it('gives the same answer for another account’s token as for a missing one, and changes nothing', async () => {
    const { device } = await newOwner()
    const { token } = await newOwner()
    const before = await database().token.findUniqueOrThrow({ where: { id: token.id } })
    const ask = (id: string) => call(route, { ...input, key: device.key, params: { id } })
    const answers = await Promise.all(
      [token.id, RANDOM_ID, 'x', '1', `${token.id} `, "' OR 1=1--", '__proto__'].map(ask),
    )
    const shown = answers.map(({ status, text, headers }) => ({ status, text, headers: [...headers] }))
    expect(shown[0]).toMatchObject({ status: 404, text: expect.stringContaining('"token_not_found"') })
    for (const one of shown) expect(one).toEqual(shown[0])
    expect(await database().token.findUniqueOrThrow({ where: { id: token.id } })).toEqual(before)
    expect(await database().auditEvent.count()).toBe(0)
  })

  it('requires a credential', async () => {
    const { token } = await newOwner()
    expect((await call(route, { ...input, params: { id: token.id } })).json.code).toBe('token_missing')
  })
})

describe('reading a token', () => {
  it('returns it without its key', async () => {
    const { device, token } = await newOwner()
    const { status, json, text } = await call(read, { key: device.key, params: { id: token.id } })
    expect([status, json.id, json.name, json.status]).toEqual([200, token.id, 'ci', 'active'])
    expect(json).not.toHaveProperty('key')
    expect(text).not.toContain(token.key)
  })

  it('lets a personal token see itself and no other token of its owner', async () => {
    const { account, device, token } = await newOwner()
    const sibling = await newToken(account, 'personal')
    const status = async (id: string) => (await call(read, { key: token.key, params: { id } })).status
    expect([await status(token.id), await status(sibling.id), await status(device.id)]).toEqual([200, 404, 404])
  })
})

describe('renaming a token', () => {
  it('keeps its key, its id and everything else', async () => {
    const { device, token } = await newOwner()
    const before = (await call(read, { key: device.key, params: { id: token.id } })).json
    const { status, json } = await call(rename, {
      method: 'PATCH',
      key: device.key,
      params: { id: token.id },
      body: { name: 'deploy' },
    })
    expect([status, json]).toEqual([200, { ...before, name: 'deploy' }])
    expect((await call(verify, { key: token.key })).json.token_name).toBe('deploy')
  })

  it('rejects the name of another live token, and gives a free one to one of ten simultaneous requests', async () => {
    const { account, device, token } = await newOwner()
    const others = await Promise.all(Array.from({ length: 10 }, () => newToken(account, 'personal')))
    const to = (id: string, name: string) =>
      call(rename, { method: 'PATCH', key: device.key, params: { id }, body: { name } })
    const taken = await to(others[0]?.id ?? '', 'CI')
    expect([taken.status, taken.json.code]).toEqual([409, 'name_taken'])
    const racers = await Promise.all(others.map(({ id }) => to(id, 'free')))
    expect(racers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array<number>(9).fill(409)])
    expect((await to(token.id, 'Ci')).status).toBe(200)
  })

  it('may give a device a name that another token has', async () => {
    const { account, device, token } = await newOwner()
    const { id } = await newToken(account, 'device')
    const answer = await call(rename, { method: 'PATCH', key: device.key, params: { id }, body: { name: 'ci' } })
    expect([answer.status, answer.json.name]).toEqual([200, 'ci'])
    expect(await database().token.count({ where: { name: 'ci' } })).toBe(2)
    expect(token.id).not.toBe(id)
  })

  it('is impossible for a revoked token', async () => {
    const { device, token } = await newOwner()
    await call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id } })
    const answer = await call(rename, {
      method: 'PATCH',
      key: device.key,
      params: { id: token.id },
      body: { name: 'x' },
    })
    expect(answer.status).toBe(404)
  })
})

describe('revoking a token', () => {
  it('rejects its key on the next request, says why, and keeps the row', async () => {
    const { device, token } = await newOwner()
    expect((await call(verify, { key: token.key })).status).toBe(200)
    const answer = await call(revoke, {
      method: 'DELETE',
      key: device.key,
      params: { id: token.id },
      body: { reason: 'leaked' },
    })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect((await call(verify, { key: token.key })).json.code).toBe('token_revoked')
    const { json } = await call(read, { key: device.key, params: { id: token.id } })
    expect(json).toMatchObject({ status: 'revoked', revoked_reason: 'leaked' })
  })

  it('works once: a second request finds nothing to revoke', async () => {
    const { device, token } = await newOwner()
    const once = () => call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id } })
    const answers = await Promise.all(Array.from({ length: 10 }, once))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, ...Array<number>(9).fill(404)])
    expect(await database().auditEvent.count()).toBe(1)
  })

  it('works for a device that revokes itself', async () => {
    const { device } = await newOwner()
    expect((await call(revoke, { method: 'DELETE', key: device.key, params: { id: device.id } })).status).toBe(204)
    expect((await call(verify, { key: device.key })).json.code).toBe('token_revoked')
  })

  it.each([{ reason: 'because' }, { reason: 'password_changed' }, { force: true }])('rejects %j', async (body) => {
    const { device, token } = await newOwner()
    expect((await call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id }, body })).status).toBe(400)
    expect((await call(verify, { key: token.key })).status).toBe(200)
  })

  it.each(['personal', 'session'] as const)('rejects a %s credential that may not do it', async (kind) => {
    const { account, token } = await newOwner()
    const { key } = await newToken(account, kind)
    const credential = kind === 'session' ? { session: key, headers: { origin: 'https://evil.example' } } : { key }
    const answer = await call(revoke, { method: 'DELETE', params: { id: token.id }, ...credential })
    expect(answer.status).toBe(403)
    expect((await call(verify, { key: token.key })).status).toBe(200)
  })
})
