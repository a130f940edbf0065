import { beforeEach, describe, expect, it } from 'vitest'
import { POST as createInvite } from '@/app/api/v1/admin/invites/route'
import { POST as testEmail } from '@/app/api/v1/admin/test-email/route'
import { GET as listTokens } from '@/app/api/v1/admin/tokens/route'
import { POST as startReset } from '@/app/api/v1/admin/users/[id]/password-reset/route'
import { GET as getAccount } from '@/app/api/v1/admin/users/[id]/route'
import { GET as listAccounts, POST as createAccount } from '@/app/api/v1/admin/users/route'
import { POST as changeEmail } from '@/app/api/v1/auth/email/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as requestReset } from '@/app/api/v1/auth/password/reset/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as resend } from '@/app/api/v1/auth/resend-email/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { listUsersCommand } from '@/cli/commands/list-users-command'
import { insertAccount, type Account } from '@/lib/domain/accounts/account-store'
import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import { noEmailOf } from '@/lib/domain/accounts/no-email'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { newAdmin } from '@/test/support/acts/admins'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { call } from '@/test/support/requests/api'
import { verify } from '@/test/support/requests/gate-route'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withMailServer } from '@/test/support/with-mail-server'

beforeEach(newInstance)

/** Creates an account without an address, with PASSWORD as its password. */
async function withoutAddress({ isAdmin = false } = {}): Promise<Account> {
  const { passwordHash } = await newAccount()
  return transaction((tx) =>
    insertAccount(tx, { username: 'nemo', email: null, passwordHash: passwordHash as never, isAdmin }),
  )
}

describe('an account without an email address', () => {
  it('stores one that contains its ID and is not confirmed', async () => {
    const { id, email, emailKey, emailVerifiedAt } = await withoutAddress()
    expect([email, emailKey, emailVerifiedAt]).toEqual([noEmailOf(id), noEmailOf(id), null])
  })

  it('shows null to its owner, to administrators, to services and at the command line', async () => {
    const account = await withoutAddress({ isAdmin: true })
    const { key } = await newToken(account, 'device')
    const { json: own } = await call(user, { key })
    const list = (await call(listAccounts, { key, path: '/api/v1/admin/users?q=nemo' })).json.items
    const detail = (await call(getAccount, { key, params: { id: account.id } })).json
    const [token] = (await call(listTokens, { key, path: `/api/v1/admin/tokens?user=${account.id}` })).json.items
    expect([own.email, list[0].email, detail.email, token.owner.email]).toEqual([null, null, null, null])
    const verified = await call(verify, { key })
    expect([verified.json.email, verified.headers.get('remote-email')]).toEqual([null, ''])
    const { lines } = await listUsersCommand.run({ q: 'nemo' }, {} as never)
    expect(lines.join('\n')).not.toContain('no-email')
  })

  it('is found by its username, and never by the address', async () => {
    const { id } = await withoutAddress()
    const { key } = await newAdmin()
    const found = async (q: string) =>
      (await call(listAccounts, { key, path: `/api/v1/admin/users?q=${encodeURIComponent(q)}` })).json.items.length
    expect([await found('nemo'), await found(id), await found(noEmailOf(id))]).toEqual([1, 0, 0])
    expect([await findAccountId(id), await findAccountId('nemo')]).toEqual([id, id])
    expect(await findAccountId(noEmailOf(id).toUpperCase())).toBeNull()
  })

  it('signs in with its username, and not with the address', async () => {
    const { id } = await withoutAddress()
    const status = async (who: object) => (await call(login, { body: { ...who, password: PASSWORD } })).status
    expect(await status({ username: 'nemo' })).toBe(200)
    expect([await status({ email: noEmailOf(id) }), await status({ username: noEmailOf(id) })]).toEqual([401, 401])
  })

  it('gets no email, even if its address counted as confirmed', async () => {
    const { received } = await withMailServer()
    const { id } = await withoutAddress()
    await database().user.update({ where: { id }, data: { emailVerifiedAt: new Date() } })
    await transaction((tx) => notifyOwner(tx, id, 'password_changed', {}))
    await delivered()
    expect(received).toEqual([])
  })

  it('gets its reset link through an administrator, although the server sends email', async () => {
    const { received } = await withMailServer()
    const { id } = await withoutAddress()
    const { key } = await newAdmin()
    const { json } = await call(startReset, { key, params: { id }, body: {} })
    expect(json).toMatchObject({ mailed: false, url: expect.stringContaining('/reset-password#') as string })
    const { uid, token } = Object.fromEntries(new URLSearchParams(new URL(String(json.url)).hash.slice(1)))
    const body = { uid, token, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    expect((await call(confirmReset, { body })).status).toBe(200)
    await delivered()
    expect(received).toEqual([])
    expect((await database().user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).toBeNull()
  })

  it('cannot send itself a test email', async () => {
    await withMailServer()
    const { key } = await newToken(await withoutAddress({ isAdmin: true }), 'device')
    const { status, json } = await call(testEmail, { key, method: 'POST', body: {} })
    expect([status, json.code, json.detail]).toEqual([
      409,
      'email_not_configured',
      'Your account has no email address. Add one in your profile, then try again.',
    ])
  })

  it('changes its password, and can be given an address', async () => {
    const { received } = await withMailServer()
    const { key } = await newToken(await withoutAddress(), 'device')
    const passwords = { old_password: PASSWORD, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    const changed = await call(changePassword, { key, body: passwords })
    expect([changed.status, changed.json.user.email]).toEqual([200, null])
    const body = { email: 'nemo@example.com' }
    expect((await call(changeEmail, { key: changed.json.key, body })).status).toBe(202)
    await delivered()
    expect(received.map(({ recipients }) => recipients)).toEqual([['nemo@example.com']])
  })
})

describe('the domain of accounts without an address', () => {
  const body = { username: 'maya', password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }

  it.each(['x@no-email.invalid', 'x@NO-EMAIL.Invalid', 'x@ｎｏ-email.invalid'])(
    'is nobody’s to choose, as in %s',
    async (email) => {
      const { key } = await newAdmin()
      const answers = [
        await call(register, { body: { ...body, email } }),
        await call(changeEmail, { key, body: { email } }),
        await call(createAccount, { key, body: { username: 'maya', email } }),
        await call(createInvite, { key, body: { email } }),
        await call(requestReset, { body: { email } }),
        await call(resend, { body: { email } }),
      ]
      for (const { status, json } of answers) {
        expect([status, json.code, json.errors]).toEqual([
          400,
          'invalid_input',
          [{ pointer: '/email', detail: 'No email can reach this address. Enter another one.' }],
        ])
      }
    },
  )
})
