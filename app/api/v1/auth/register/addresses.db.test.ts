import { beforeEach, describe, expect, it } from 'vitest'
import { namedAccount } from '@/cli/commands/named-account'
import { POST as invite } from '@/app/api/v1/admin/invites/route'
import { GET as listTokens } from '@/app/api/v1/admin/tokens/route'
import { GET as listAccounts, POST as createAccountByAdmin } from '@/app/api/v1/admin/users/route'
import { POST as changeEmail } from '@/app/api/v1/auth/email/route'
import { POST as confirmChange } from '@/app/api/v1/auth/email/confirm/route'
import { POST as createJwt } from '@/app/api/v1/auth/jwt/create/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as nonExpiring } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as askReset } from '@/app/api/v1/auth/password/reset/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as resend } from '@/app/api/v1/auth/resend-email/route'
import { POST as startSession } from '@/app/api/v1/auth/session/route'
import { POST as token } from '@/app/api/v1/auth/token/route'
import { database } from '@/lib/db/client'
import { canonicalEmail } from '@/lib/base/schema/email-address'
import { newAdmin } from '@/test/support/acts/admins'
import { APP, call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { newSigningKeys } from '@/test/support/jwt'
import { secretsOf } from '@/test/support/servers/mail-server'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const UNICODE = 'info@bücher.example'
const ASCII = 'info@xn--bcher-kva.example'
const SPELLINGS = [UNICODE, ' Info@XN--BCHER-KVA.Example ', 'INFO@BU\u0308CHER。example']

const newcomer = (username: string, email: string) => ({
  username,
  email,
  password: PASSWORD,
  confirm_password: PASSWORD,
})

beforeEach(newSigningKeys)

describe('an email with an international domain', () => {
  it('belongs to one account, in every spelling', async () => {
    const { status, json } = await call(register, { body: newcomer('one', UNICODE) })
    expect([status, json.email]).toEqual([201, ASCII])
    for (const email of SPELLINGS) {
      const again = await call(register, {
        body: newcomer('two', email),
        context: { address: `2001:db8:${email.length}::1` },
      })
      expect([again.status, again.json.code], email).toEqual([409, 'email_taken'])
    }
  })

  it('signs in at every endpoint, in every spelling, in either field', async () => {
    const { id } = await newAccount({ email: ASCII })
    for (const identifier of [...SPELLINGS.map((email) => ({ email })), { username: UNICODE }]) {
      const { json } = await call(login, { body: { ...identifier, password: PASSWORD } })
      expect(json.user?.id, JSON.stringify(identifier)).toBe(id)
    }
    const headers = { origin: APP, 'sec-fetch-site': 'same-origin' }
    for (const door of [token, nonExpiring, createJwt, startSession]) {
      const tokenName = door === nonExpiring ? { token_name: 'printer' } : {}
      const body = { email: UNICODE, password: PASSWORD, ...tokenName }
      expect((await call(door, { body, headers })).status).toBe(200)
    }
  })

  it('is found by administrators, in every spelling', async () => {
    const { key } = await newAdmin()
    const account = await newAccount({ email: UNICODE })
    const { id } = await newToken(account, 'personal')
    for (const email of SPELLINGS) {
      const ask = async (handler: typeof listAccounts, query: Record<string, string>) =>
        (await call(handler, { key, path: `/x?${new URLSearchParams(query)}` })).json.items.map((item: { id: string }) => item.id)
      expect(await ask(listAccounts, { q: email }), email).toEqual([account.id])
      expect(await ask(listTokens, { user: email }), email).toEqual([id])
      expect(await namedAccount(email), email).toBe(account.id)
    }
    const added = await call(createAccountByAdmin, { key, body: { username: 'two', email: UNICODE, password: PASSWORD } })
    expect(added.json.code).toBe('email_taken')
  }) // prettier-ignore

  it('receives its email, whichever spelling requests it', async () => {
    const server = await withMailServer()
    const account = await newAccount({ email: ASCII })
    await call(resend, { body: { email: UNICODE } })
    await call(askReset, { body: { email: 'Info@Bücher.example' } })
    await delivered()
    // The test's mail server shows domains in Unicode, whatever is sent.
    expect(server.received.flatMap(({ recipients }) => recipients).map(canonicalEmail)).toEqual([ASCII, ASCII])
    const { key } = await newToken(account, 'device')
    await call(changeEmail, { key, body: { email: 'info@straße.example' } })
    await delivered()
    const mail = await server.mailTo('info@straße.example', /Confirm your new/)
    expect((await call(confirmChange, { body: { key: secretsOf(mail).secrets['key'] } })).json).toEqual({
      email: 'info@xn--strae-oqa.example',
    })
  })

  it('may be invited in one spelling and register in another', async () => {
    withSettings({ REGISTRATION: 'invite' })
    const { key } = await newAdmin()
    const { json } = await call(invite, { key, body: { email: UNICODE } })
    const code = new URLSearchParams(new URL(json.url).hash.slice(1)).get('invite')
    const body = { ...newcomer('one', ASCII), invite: code }
    expect((await call(register, { body })).status).toBe(201)
  })

  it('is still found if it is stored in an older form', async () => {
    const { id } = await newAccount({ email: 'Maya@example.com' })
    await database().user.update({
      where: { id },
      data: { email: 'Maya@EXAMPLE.com', emailKey: 'maya@example.com' },
    })
    const { json } = await call(login, { body: { email: 'MAYA@Example.com', password: PASSWORD } })
    expect(json.user.email).toBe('Maya@EXAMPLE.com')
  })

  it.each(['info@bücher', 'info@xn--a.example', 'ü@bücher.example', `${'a'.repeat(65)}@bücher.example`])(
    'is rejected if it is invalid: %s',
    async (email) => {
      const { status, json } = await call(register, { body: newcomer('one', email) })
      expect([status, json.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['/email']])
    },
  )
})
