import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { DELETE as unlink } from '@/app/api/v1/auth/identities/[id]/route'
import { POST as logoutAll } from '@/app/api/v1/auth/logout-all/route'
import { DELETE as removePassword } from '@/app/api/v1/auth/password/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as revokeAccount } from '@/app/api/v1/admin/users/[id]/revoke-tokens/route'
import { PATCH as changeAccount } from '@/app/api/v1/admin/users/[id]/route'
import { arrive, goOn, link, proven, sessionIn, withAcme, type Arrival } from '@/test/support/arrivals'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { APP, call } from '@/test/support/requests/api'
import { stopClock } from '@/test/support/stop-clock'

const NEW_PASSWORD = 'another horse battery staple'

const confirm = async ({ id }: Account) => database().user.update({ where: { id }, data: { emailVerifiedAt: now() } })

/** An account whose address an identity shares, and the ticket that asks for its password. */
async function asked(): Promise<{ account: Account; arrival: Arrival }> {
  const account = await confirm(await newAccount())
  return { account, arrival: await arrive(proven({ email: account.email })) }
}

const codeOf = ({ json }: { json: { code?: string } | undefined }) => json?.code

beforeEach(newInstance)
beforeEach(() => withAcme({ LINK: 'ask' }))

describe('a ticket', () => {
  it('is stored as a digest, with what the provider proved sealed', async () => {
    const identity = proven()
    const { members } = await arrive(identity)
    const [row] = await database().signInTicket.findMany()
    const stored = JSON.stringify({ ...row, sealed: Buffer.from(row?.sealed ?? []).toString('latin1') })
    expect(members.ticket).toMatch(/^[0-9A-Za-z]{43}$/)
    for (const secret of [members.ticket, identity.subject, identity.email]) expect(stored).not.toContain(secret)
  })

  it('allows five attempts', async () => {
    const { arrival } = await asked()
    const codes: (string | undefined)[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) codes.push(codeOf(await goOn(arrival, { password: 'wrong' })))
    expect(codes).toEqual(Array(5).fill('password_incorrect'))
    expect(codeOf(await goOn(arrival, { password: PASSWORD }))).toBe('ticket_invalid')
  })

  it('allows five attempts however many come at once', async () => {
    const { account, arrival } = await asked()
    const answers = await Promise.all(Array.from({ length: 12 }, () => goOn(arrival, { password: 'wrong' })))
    expect(answers.filter((answer) => codeOf(answer) === 'password_incorrect')).toHaveLength(5)
    expect((await database().user.findUniqueOrThrow({ where: { id: account.id } })).failedSignIns).toBe(5)
  })

  it('works only in the browser that it was issued to', async () => {
    const { arrival } = await asked()
    const other = await goOn(arrival, { password: PASSWORD }, { cookie: 'another' })
    expect([codeOf(other), sessionIn(other)]).toEqual(['ticket_invalid', undefined])
    expect((await goOn(arrival, { password: PASSWORD })).status).toBe(200)
  })

  it('works only at its own door', async () => {
    const account = await confirm(await newAccount())
    const [inBrowser, inApp] = [
      await arrive(proven({ email: account.email })),
      await arrive(proven({ email: account.email }), { door: 'login' }),
    ]
    expect(codeOf(await goOn(inBrowser, { password: PASSWORD }, { door: 'login' }))).toBe('ticket_invalid')
    expect(codeOf(await goOn(inApp, { password: PASSWORD }, { door: 'session' }))).toBe('ticket_invalid')
    const { status, json } = await goOn(inApp, { password: PASSWORD })
    expect([status, json.kind, json.user.id]).toEqual([200, 'device', account.id])
    expect((await database().token.findFirstOrThrow({ where: { kind: 'device' } })).name).toBe('Phone')
  })

  it('expires after ten minutes', async () => {
    const start = stopClock()
    const [early, late] = [await asked(), await asked()]
    vi.setSystemTime(start + 599_000)
    expect((await goOn(early.arrival, { password: PASSWORD })).status).toBe(200)
    vi.setSystemTime(start + 600_000)
    expect(codeOf(await goOn(late.arrival, { password: PASSWORD }))).toBe('ticket_invalid')
  })

  it('signs in once, however often it is used at once', async () => {
    const { arrival } = await asked()
    const answers = await Promise.all(Array.from({ length: 5 }, () => goOn(arrival, { password: PASSWORD })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401])
    expect([await database().token.count(), await database().identity.count()]).toEqual([1, 1])
  })

  it('creates one account, however often it is used at once', async () => {
    const arrival = await arrive(proven())
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => goOn(arrival, { account: { username: `vera-${index}` } })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401])
    expect([await database().user.count(), await database().token.count()]).toEqual([1, 1])
  })

  it.each<[string, (account: Account, key: string) => Promise<unknown>]>([
    ['the password changed', async (_, key) =>
      call(changePassword, {
        key,
        body: { old_password: PASSWORD, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD },
      })],
    ['the account signed out everywhere', async (_, key) => call(logoutAll, { key, body: {} })],
    ['a sign-in method was removed', async (account, key) => {
      const { id } = await link(account, proven())
      return call(unlink, { key, method: 'DELETE', body: {}, params: { id } })
    }],
    ['the password was removed', async (account, key) => {
      await link(account, proven())
      return call(removePassword, { key, method: 'DELETE', body: {} })
    }],
    ['an administrator revoked its tokens', async ({ id }) => {
      const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
      return call(revokeAccount, { key, body: {}, params: { id } })
    }],
    ['an administrator deactivated it', async ({ id }) => {
      const { key } = await newToken(await newAccount({ isAdmin: true }), 'device')
      return call(changeAccount, { key, method: 'PATCH', body: { is_active: false }, params: { id } })
    }],
  ])('ends when %s', async (_, end) => {
    const { account, arrival } = await asked()
    const { key } = await newToken(account, 'device')
    expect(await end(account, key)).toMatchObject({ status: expect.toBeOneOf([200, 204]) as number })
    for (const password of [PASSWORD, NEW_PASSWORD]) {
      expect(codeOf(await goOn(arrival, { password }))).toBe('ticket_invalid')
    }
  }) // prettier-ignore

  it('rejects a password where there is no account to link', async () => {
    const { status, json } = await goOn(await arrive(proven()), { password: PASSWORD })
    expect([status, json.errors[0].pointer]).toEqual([400, '/password'])
  })

  it('rejects passwords where they are turned off', async () => {
    const { arrival } = await asked()
    withAcme({ LINK: 'ask' }, { PASSWORD_SIGN_IN: 'off' })
    expect(codeOf(await goOn(arrival, { password: PASSWORD }))).toBe('password_sign_in_disabled')
    const { account } = await asked()
    expect(await arrive(proven({ email: account.email }))).toMatchObject({ members: { choices: [] } })
  })

  it('rejects every other text alike', async () => {
    const { arrival } = await asked()
    const unknown = { ...arrival, members: { ticket: 'x'.repeat(43) } }
    expect(codeOf(await goOn(unknown, { password: PASSWORD }))).toBe('ticket_invalid')
  })
})

describe('a session policy that asks', () => {
  it('continues with what to sign out, and remembers the password', async () => {
    withAcme({ LINK: 'ask' }, { SESSION_POLICY: 'one', SESSION_OVERFLOW: 'ask' })
    const { account, arrival } = await asked()
    const { id } = await newToken(account, 'device')
    const full = await goOn(arrival, { password: PASSWORD })
    expect([full.status, full.json.code, full.json.ticket]).toEqual([
      409,
      'session_limit_reached',
      arrival.members.ticket,
    ])
    expect(full.json.sessions).toMatchObject([{ token_id: id }])
    expect(await database().identity.count()).toBe(0)
    const { status, json } = await goOn(arrival, { sign_out: [id] })
    expect([status, json.user.id, json.signed_out]).toMatchObject([200, account.id, [{ token_id: id }]])
  })

  it('gives a known identity a ticket, which ends when its sessions are revoked', async () => {
    withAcme({}, { SESSION_POLICY: 'one', SESSION_OVERFLOW: 'ask' })
    const account = await newAccount()
    const identity = proven()
    await link(account, identity)
    const { id } = await newToken(account, 'device')
    const [first, second] = [await arrive(identity), await arrive(identity)]
    expect([first.code, second.code]).toEqual(['session_limit_reached', 'session_limit_reached'])
    const { status, json } = await goOn(first, { sign_out: [id] })
    expect([status, json.signed_out]).toMatchObject([200, [{ token_id: id }]])
    expect((await call(logoutAll, { key: (await newToken(account, 'device')).key, body: {} })).status).toBe(200)
    expect(codeOf(await goOn(second, {}))).toBe('ticket_invalid')
  })

  it('gives no ticket where nothing can be chosen', async () => {
    withAcme({}, { SESSION_POLICY: 'one', SESSION_OVERFLOW: 'refuse' })
    const account = await newAccount()
    const identity = proven()
    await link(account, identity)
    await newToken(account, 'device')
    const arrival = await arrive(identity)
    expect([arrival.code, arrival.members.ticket]).toEqual(['session_limit_reached', undefined])
  })
})

it('revokes the session that the browser had before, of whatever account', async () => {
  const { arrival } = await asked()
  const { id, key } = await newToken(await newAccount(), 'session')
  const answer = await goOn(arrival, { password: PASSWORD }, { session: key })
  expect(answer.status).toBe(200)
  expect(await database().token.findUnique({ where: { id } })).toMatchObject({ revokedReason: 'replaced' })
  const cookies = answer.headers.getSetCookie().map((line) => line.split('=')[0])
  expect(cookies).toEqual(['latchkey', 'latchkey-known', 'latchkey-journey'])
})

it('rejects a continuation from another site', async () => {
  const { arrival } = await asked()
  const { POST } = await import('@/app/api/v1/auth/session/continue/route')
  const headers = { origin: 'https://evil.example', cookie: `latchkey-journey=${arrival.cookie}` }
  const body = { ticket: arrival.members.ticket, password: PASSWORD }
  expect((await call(POST, { body, headers })).json.code).toBe('cross_site_request')
  expect((await call(POST, { body, headers: { ...headers, origin: APP } })).status).toBe(200)
})
