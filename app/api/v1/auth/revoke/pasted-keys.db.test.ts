import { beforeEach, describe, expect, it } from 'vitest'
import { POST as findAny } from '@/app/api/v1/admin/tokens/find/route'
import { POST as createJwt } from '@/app/api/v1/auth/jwt/create/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as revoke } from '@/app/api/v1/auth/revoke/route'
import { POST as refresh } from '@/app/api/v1/auth/token-refresh/route'
import { POST as verifyJwt } from '@/app/api/v1/auth/token-verify/route'
import { POST as verifyEmail } from '@/app/api/v1/auth/verify-email/route'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { codeOf, newCodes } from '@/test/support/codes'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { gateRoute, verify } from '@/test/support/requests/gate-route'
import { newSigningKeys } from '@/test/support/jwt'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'

const introspect = gateRoute('/api/v1/auth/introspect')
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

beforeEach(newSigningKeys)

describe.each(['\n', ' \t\r\n', '\ufeff'])('a key pasted with %j around it', (blank) => {
  const pasted = (key: string) => `${blank}${key}${blank}`

  it('can be revoked, introspected and found', async () => {
    const { account, key } = await newAdmin()
    const asker = await newToken(account, 'personal', { scopes: ['introspect'] })
    const token = await newToken(account, 'personal')
    const asked = await call(introspect, { key: asker.key, body: { token: pasted(token.key) } })
    expect(asked.json).toMatchObject({ active: true, jti: token.id })
    expect((await call(findAny, { key, body: { key: pasted(token.key) } })).json.id).toBe(token.id)
    expect((await call(revoke, { key, body: { token: pasted(token.key) } })).status).toBe(200)
    expect((await call(verify, { key: token.key })).json.code).toBe('token_revoked')
  })

  it('can be revoked from a form as well', async () => {
    const { key } = await newToken(await newAccount(), 'personal')
    const rawBody = new URLSearchParams({ token: pasted(key) }).toString()
    expect((await call(revoke, { method: 'POST', key, headers: FORM, rawBody })).status).toBe(200)
    expect((await call(verify, { key })).json.code).toBe('token_revoked')
  })

  it('renews and verifies JWTs', async () => {
    const { username } = await newAccount()
    const { json } = await call(createJwt, { body: { username, password: PASSWORD } })
    expect((await call(verifyJwt, { body: { token: pasted(json.access) } })).status).toBe(200)
    expect((await call(refresh, { body: { refresh: pasted(json.refresh) } })).status).toBe(200)
  })

  it('confirms an email and sets a password', async () => {
    const account = await newAccount()
    await newCodes(account)
    expect((await call(verifyEmail, { body: { key: pasted(codeOf(account, 'verify_email')) } })).status).toBe(200)
    const body = {
      uid: pasted(account.id),
      token: pasted(codeOf(account, 'reset_password')),
      new_password: NEW_PASSWORD,
      confirm_password: NEW_PASSWORD,
    }
    expect((await call(confirmReset, { body })).status).toBe(200)
  })
})
