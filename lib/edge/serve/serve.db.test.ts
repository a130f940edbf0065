import { beforeEach, describe, expect, it } from 'vitest'
import { DELETE as endToken } from '@/app/api/v1/admin/tokens/[id]/route'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

/** Returns a body that arrives only when it is read. `happening` runs just before it arrives. */
function bodyAfter(happening: () => Promise<unknown>, value: object): ReadableStream<Uint8Array> {
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    await happening()
    controller.enqueue(new TextEncoder().encode(JSON.stringify(value)))
    controller.close()
  }
  return new ReadableStream({ pull }, { highWaterMark: 0 })
}

const json = { 'content-type': 'application/json' }

beforeEach(newInstance)

describe('a request with a slow body', () => {
  it('is rejected if its key was revoked before the body arrived', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    const revoke = () => database().token.update({ where: { id }, data: { revokedAt: now() } })
    const rawBody = bodyAfter(revoke, { name: 'late' })
    const { json: problem } = await call(createToken, { method: 'POST', key, headers: json, rawBody })
    expect(problem.code).toBe('token_revoked')
    expect(await database().token.count({ where: { name: 'late' } })).toBe(0)
  })

  it('is rejected if its administrator was demoted before the body arrived', async () => {
    const { account, key } = await newAdmin()
    const { id } = await newToken(await newAccount(), 'personal')
    const demote = () => database().user.update({ where: { id: account.id }, data: { isAdmin: false } })
    const rawBody = bodyAfter(demote, {})
    const answer = await call(endToken, { method: 'DELETE', key, params: { id }, headers: json, rawBody })
    expect(answer.json.code).toBe('admin_required')
    expect(await database().token.count({ where: { id, revokedAt: null } })).toBe(1)
  })

  it('is rejected before the body arrives if its key is missing or malformed', async () => {
    const unread = () => bodyAfter(async () => Promise.reject(new Error('It was waited for')), {})
    for (const [key, code] of [
      [undefined, 'token_missing'],
      ['lkd_short', 'token_malformed'],
    ] as const) {
      const input = { method: 'POST', headers: json, rawBody: unread(), ...(key && { key }) }
      expect((await call(createToken, input)).json.code).toBe(code)
    }
  })
})

describe('the account that a page names', () => {
  it('rejects a session of another account with 409 and changes nothing, whatever else is wrong', async () => {
    const shown = await newAccount({ isAdmin: true })
    const other = await newAccount()
    const { id, key: session } = await newToken(other, 'session')
    const headers = { [ACCOUNT_HEADER]: shown.id }
    const answers = [
      await call(createToken, { session, headers, body: { name: 'late' } }),
      await call(createToken, { session, headers, body: { nonsense: true } }),
      await call(endToken, { method: 'DELETE', session, headers, params: { id } }),
    ]
    expect(answers.map(({ status, json: problem }) => [status, problem.code])).toEqual(
      answers.map(() => [409, 'account_changed']),
    )
    expect(await database().token.count({ where: { userId: other.id, revokedAt: null } })).toBe(1)
  })

  it('accepts the same account, a request without the header, and a program whatever it sends', async () => {
    const account = await newAccount()
    const { key: session } = await newToken(account, 'session')
    const { key } = await newToken(account, 'device')
    const another = { [ACCOUNT_HEADER]: (await newAccount()).id }
    const answers = [
      await call(createToken, { session, headers: { [ACCOUNT_HEADER]: account.id }, body: { name: 'a' } }),
      await call(createToken, { session, body: { name: 'b' } }),
      await call(createToken, { key, headers: another, body: { name: 'c' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })
})
