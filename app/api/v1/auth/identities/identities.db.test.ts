import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { DELETE } from '@/app/api/v1/auth/identities/[id]/route'
import { GET } from '@/app/api/v1/auth/identities/route'
import { DELETE as removePassword } from '@/app/api/v1/auth/password/route'
import { arrive, link, proven, withAcme } from '@/test/support/arrivals'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { newIdentity, withoutPassword } from '@/test/support/identities'
import { call } from '@/test/support/requests/api'

const remove = async (key: string, id: string) => call(DELETE, { key, method: 'DELETE', body: {}, params: { id } })
const confirm = async ({ id }: Account) => database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })

beforeEach(newInstance)
beforeEach(() => withAcme())

describe('GET /auth/identities', () => {
  it('lists the sign-in methods of the account, oldest first, and says which is the last way in', async () => {
    const account = await withoutPassword(await newAccount())
    const { key } = await newToken(account, 'device')
    await newIdentity(await newAccount())
    const identity = proven({ username: 'vera' })
    const { id } = await link(account, identity)
    const { status, json } = await call(GET, { key })
    expect([status, json.items]).toMatchObject([
      200,
      [{ id, provider: 'acme', label: 'Acme', email: identity.email, username: 'vera', last_way_in: true }],
    ])
    const other = await newIdentity(account)
    const both = await call(GET, { key })
    expect(both.json.items).toMatchObject([
      { id, last_way_in: false },
      { id: other.id, last_way_in: false, email: null },
    ])
  })

  it('names a provider that is no longer configured by its ID, and does not count it', async () => {
    const account = await withoutPassword(await newAccount())
    const { key } = await newToken(account, 'device')
    await newIdentity(account, 'gone')
    await newIdentity(account)
    const { json } = await call(GET, { key })
    expect(json.items).toMatchObject([
      { label: 'gone', last_way_in: false },
      { label: 'Acme', last_way_in: true },
    ])
  })
})

describe('DELETE /auth/identities/{id}', () => {
  it('removes it, signs out what it signed in and nothing else, and tells the owner', async () => {
    const account = await confirm(await newAccount())
    const identity = proven()
    const { id } = await link(account, identity)
    const [session, app] = [await arrive(identity), await arrive(identity, { door: 'login' })]
    const { id: ownId, key } = await newToken(account, 'device')
    await newToken(account, 'personal')
    expect((await remove(key, id)).status).toBe(204)
    const ended = await database().token.findMany({ where: { revokedAt: { not: null } } })
    expect(new Set(ended.map((token) => token.id))).toEqual(new Set([session.signIn?.tokenId, app.signIn?.tokenId]))
    expect(await database().token.findUnique({ where: { id: ownId } })).toMatchObject({ revokedAt: null })
    const [event] = await database().auditEvent.findMany({ where: { action: 'identity.unlinked' } })
    expect(event).toMatchObject({ actorTokenId: ownId, userId: account.id, targetType: 'identity', targetId: id })
    expect(event?.details).toEqual({ provider: 'acme', revoked: 2 })
    expect((await database().outboxMail.findMany()).map(({ kind }) => kind)).toContain('identity_unlinked')
    expect(await arrive({ ...identity, emailVerified: false })).toMatchObject({ code: 'account_needed' })
  })

  it('signs out the session that it signed in itself, and clears its cookie', async () => {
    const account = await newAccount()
    const identity = proven()
    const { id } = await link(account, identity)
    const { signIn } = await arrive(identity)
    const input = { session: signIn?.key ?? '', method: 'DELETE', body: {}, params: { id } }
    const answer = await call(DELETE, input)
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([
      204,
      expect.stringMatching(/^latchkey=; .*Max-Age=0/),
    ])
    expect((await call(GET, { session: signIn?.key ?? '' })).json.code).toBe('token_revoked')
  })

  it('ends visits to a provider that the account has begun', async () => {
    const account = await newAccount()
    const { id } = await newIdentity(account)
    const { id: tokenId, key } = await newToken(account, 'device')
    const bytes = new Uint8Array(32)
    await database().journey.create({
      data: {
        cookieDigest: bytes, provider: 'acme', intent: 'link', tokenId, userId: account.id, sealed: bytes,
        createdAt: now(), expiresAt: secondsAfter(now(), 600),
      },
    }) // prettier-ignore
    await remove(key, id)
    expect(await database().journey.count()).toBe(0)
  })

  it('rejects the last way in, and says nothing of another account’s', async () => {
    const account = await withoutPassword(await newAccount())
    const { key } = await newToken(account, 'device')
    const [own, foreign] = [await newIdentity(account), await newIdentity(await newAccount())]
    expect((await remove(key, own.id)).json.code).toBe('last_way_in')
    expect((await remove(key, foreign.id)).json.code).toBe('identity_not_found')
    expect(await database().identity.count()).toBe(2)
  })

  it('requires a recent confirmation', async () => {
    const account = await newAccount()
    const { id } = await newIdentity(account)
    const { id: tokenId, key } = await newToken(account, 'device')
    await database().token.update({ where: { id: tokenId }, data: { authTime: null } })
    expect((await remove(key, id)).json.code).toBe('reauthentication_required')
  })

  it('leaves one way in, however many removals come at once', async () => {
    const account = await newAccount()
    const rows = await Promise.all(Array.from({ length: 6 }, () => newIdentity(account)))
    const { key } = await newToken(account, 'device')
    const answers = await Promise.all([
      call(removePassword, { key, method: 'DELETE', body: {} }),
      ...rows.map(({ id }) => remove(key, id)),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(6).fill(204), 409])
    const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id: account.id } })
    expect((await database().identity.count()) + (passwordHash === null ? 0 : 1)).toBe(1)
  })
})
