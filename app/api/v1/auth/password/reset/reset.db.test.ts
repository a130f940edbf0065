import { describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as check } from '@/app/api/v1/auth/password/reset/check/route'
import { POST as confirm } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as ask } from '@/app/api/v1/auth/password/reset/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { POST as verifyEmail } from '@/app/api/v1/auth/verify-email/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { secretsOf, type MailServer } from '@/test/support/servers/mail-server'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const NEW = 'nine lanterns over the quiet harbour'
const chosen = { new_password: NEW, confirm_password: NEW }

/** Requests a reset, and returns the secrets of the newest link that was emailed. */
async function askedBy(account: Account, { received }: MailServer) {
  expect((await call(ask, { body: { email: account.email } })).status).toBe(202)
  await delivered()
  return secretsOf(received.at(-1)!).secrets as { uid: string; token: string }
}

const signIn = async (account: Account, password: string) =>
  (await call(login, { body: { username: account.username, password } })).status

describe('requesting a new password', () => {
  it('gets the same answer, and does the same, for known and unknown addresses', async () => {
    await withMailServer()
    const { email } = await newAccount()
    const inactive = await newAccount({ isActive: false })
    const answers = []
    for (const address of [email, inactive.email, 'stranger@example.com'])
      answers.push(await call(ask, { body: { email: address } }))
    expect(
      new Set(answers.map((answer) => JSON.stringify([answer.status, [...answer.headers], answer.text]))).size,
    ).toBe(1)
    const rows = await database().outboxMail.findMany()
    expect(rows.map(({ kind }) => kind)).toEqual(['reset_asked', 'reset_asked', 'reset_asked'])
  })

  it('sends a link to an active account, and nothing to anyone else', async () => {
    const server = await withMailServer()
    const account = await newAccount()
    await call(ask, { body: { email: 'stranger@example.com' } })
    await call(ask, { body: { email: (await newAccount({ isActive: false })).email } })
    await askedBy(account, server)
    expect(server.received.map(({ recipients }) => recipients)).toEqual([[account.email]])
    expect(secretsOf(server.received[0]!).path).toBe('/reset-password')
  })

  it('sends an account at most three emails an hour', async () => {
    const { received } = await withMailServer()
    const account = await newAccount()
    for (let count = 0; count < 6; count += 1) await call(ask, { body: { email: account.email } })
    await delivered()
    expect(received).toHaveLength(3)
  })

  it('sends links to APP_URL, whatever hosts the client names', async () => {
    const { received } = await withMailServer()
    withSettings({ APP_URL: 'https://keys.example.com' })
    const account = await newAccount()
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    await call(ask, { body: { email: account.email }, headers: evil })
    await delivered()
    expect(received[0]?.text).toContain('https://keys.example.com/reset-password#')
    expect(received[0]?.text).not.toContain('evil')
  })

  it.each(['a@b.cd\r\nBcc:x@y.z', 'a@b.cd,c@d.ef', '"a@b c"@d.ef', ['a@b.cd'], { address: 'a@b.cd' }, `${'a'.repeat(60_000)}@b.cd`])(
    'rejects the address %j',
    async (email) => {
      const { status, json } = await call(ask, { body: { email } })
      expect([status, json.errors[0].pointer.split('/')[1]]).toEqual([400, 'email'])
      expect(await database().outboxMail.count()).toBe(0)
    },
  ) // prettier-ignore
})

describe('a reset link', () => {
  it('sets a new password, revokes every credential, and signs nobody in', async () => {
    const account = await newAccount()
    const tokens = await Promise.all(
      (['device', 'refresh', 'personal'] as const).map((kind) => newToken(account, kind)),
    )
    const session = await newToken(account, 'session')
    const link = await askedBy(account, await withMailServer())
    const answer = await call(confirm, { body: { ...link, ...chosen } })
    expect([answer.status, answer.json]).toEqual([200, { revoked: 4 }])
    expect(answer.headers.getSetCookie()).toEqual([])
    for (const { key } of tokens) expect((await call(user, { key })).status).toBe(401)
    expect((await call(user, { session: session.key })).status).toBe(401)
    expect([await signIn(account, PASSWORD), await signIn(account, NEW)]).toEqual([401, 200])
  })

  it('keeps personal tokens on request, and lists them beforehand', async () => {
    const account = await newAccount()
    const { key } = await newToken(account, 'personal', { name: 'Backup' })
    await newToken(account, 'personal', { name: 'Gone', expiresAt: new Date(0) })
    const link = await askedBy(account, await withMailServer())
    const { json } = await call(check, { body: link })
    expect(json).toEqual({
      username: account.username,
      tokens: [{ name: 'Backup', hint: expect.stringMatching(/^lkp_….{4}$/), last_used_at: null }],
    })
    await call(confirm, { body: { ...link, ...chosen, keep_personal_tokens: true } })
    expect((await call(user, { key })).status).toBe(200)
  })

  it('works once if it is used 20 times at once', async () => {
    const account = await newAccount()
    const link = await askedBy(account, await withMailServer())
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(confirm, { body: { ...link, ...chosen } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(400)])
    expect(new Set(answers.filter(({ status }) => status === 400).map(({ json }) => json.code))).toEqual(new Set(['code_invalid'])) // prettier-ignore
    expect(await database().auditEvent.count({ where: { action: 'account.password_reset' } })).toBe(1)
  })

  it('survives checks and passwords that break the rules', async () => {
    const account = await newAccount()
    const link = await askedBy(account, await withMailServer())
    for (let count = 0; count < 3; count += 1) expect((await call(check, { body: link })).status).toBe(200)
    const weak = { new_password: 'short', confirm_password: 'short' }
    expect((await call(confirm, { body: { ...link, ...weak } })).json.errors[0].pointer).toBe('/new_password')
    expect((await call(confirm, { body: { ...link, ...chosen } })).status).toBe(200)
  })

  it('stops working after a newer link, a password change, and 30 minutes', async () => {
    const server = await withMailServer()
    const account = await newAccount()
    const refused = async (link: object) => (await call(confirm, { body: { ...link, ...chosen } })).json.code
    const first = await askedBy(account, server)
    const second = await askedBy(account, server)
    expect(await refused(first)).toBe('code_invalid')
    await database().oneTimeCode.updateMany({ data: { expiresAt: new Date() } })
    expect(await refused(second)).toBe('code_invalid')
    const third = await askedBy(account, server)
    const { key } = await newToken(account, 'device')
    await call(changePassword, { key, body: { old_password: PASSWORD, ...chosen } })
    expect(await refused(third)).toBe('code_invalid')
  })

  it('works for its own account only, and at no other endpoint', async () => {
    const server = await withMailServer()
    const account = await newAccount()
    const { id: uid } = await newAccount()
    const link = await askedBy(account, server)
    for (const door of [check, confirm])
      expect((await call(door, { body: { ...link, uid, ...(door === confirm && chosen) } })).json.code).toBe('code_invalid')
    expect((await call(verifyEmail, { body: { key: link.token } })).json.code).toBe('code_invalid')
    expect((await call(confirm, { body: { ...link, ...chosen } })).status).toBe(200)
  }) // prettier-ignore

  it('unlocks the account, confirms its email, and notifies the owner', async () => {
    const { username, email, ...account } = await newAccount()
    const server = await withMailServer()
    await database().user.update({
      where: { id: account.id },
      data: { failedSignIns: 10, lockedUntil: new Date(Date.now() + 600_000) },
    })
    const link = await askedBy({ username, email, ...account }, server)
    expect((await call(confirm, { body: { ...link, ...chosen } })).status).toBe(200)
    await delivered()
    const notice = await server.mailTo(email, /password was changed/)
    for (const secret of [NEW, link.token]) expect(notice.text + notice.html).not.toContain(secret)
    const stored = await database().user.findUniqueOrThrow({ where: { id: account.id } })
    expect(stored).toMatchObject({ failedSignIns: 0, lockedUntil: null, emailVerifiedAt: expect.any(Date) })
    expect(await signIn({ username, email, ...account }, NEW)).toBe(200)
  })

  it('leaves no secret in the database', async () => {
    const link = await askedBy(await newAccount(), await withMailServer())
    const [code] = await database().oneTimeCode.findMany()
    expect(JSON.stringify(code)).not.toContain(link.token)
    expect(Buffer.from(code!.digest)).toHaveLength(32)
    expect(link.token).toMatch(/^[0-9A-Za-z]{30}$/)
  })
})
