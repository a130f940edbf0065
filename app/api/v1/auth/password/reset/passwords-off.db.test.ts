import { beforeEach, expect, it } from 'vitest'
import { POST as createAccount } from '@/app/api/v1/admin/users/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as confirm } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as ask } from '@/app/api/v1/auth/password/reset/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { database } from '@/lib/db/client'
import { deliverMail } from '@/lib/process/mail/deliver-mail'
import { newAdmin } from '@/test/support/acts/admins'
import { codeOf, newCodes } from '@/test/support/codes'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, PASSWORD } from '@/test/support/factories'
import { ACME } from '@/test/support/identities'
import { call } from '@/test/support/requests/api'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

beforeEach(async () => {
  await newInstance()
  withSettings(ACME)
})

it('emails a reset link only to administrators with PASSWORD_SIGN_IN=admins, and answers everyone the same', async () => {
  const { received } = await withMailServer()
  const [admin, member] = [await newAccount({ isAdmin: true }), await newAccount()]
  withSettings({ PASSWORD_SIGN_IN: 'admins' })
  const answers = []
  for (const email of [member.email, admin.email, 'stranger@example.com'])
    answers.push(await call(ask, { body: { email } }))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['202 ']))
  await delivered()
  expect(received.map(({ recipients }) => recipients)).toEqual([[admin.email]])
  expect(await database().oneTimeCode.count()).toBe(1)
})

it('emails no reset link that was requested before passwords were turned off', async () => {
  const { received } = await withMailServer()
  const { email } = await newAccount({ isAdmin: true })
  expect((await call(ask, { body: { email } })).status).toBe(202)
  withSettings({ PASSWORD_SIGN_IN: 'off' })
  await deliverMail()
  expect(received).toEqual([])
})

it('keeps accounts and links working with PASSWORD_SIGN_IN=admins, but their passwords sign nobody in', async () => {
  withSettings({ PASSWORD_SIGN_IN: 'admins' })
  const fields = { username: 'maya', email: 'maya@example.com' }
  const body = { ...fields, password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
  expect((await call(register, { body })).status).toBe(201)
  const { key } = await newAdmin()
  const added = await call(createAccount, { key, body: { username: 'ada', email: 'ada@example.com' } })
  expect(added.status).toBe(201)
  const member = await newAccount()
  await newCodes(member)
  const link = { uid: member.id, token: codeOf(member, 'reset_password') }
  const chosen = { new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
  expect((await call(confirm, { body: { ...link, ...chosen } })).status).toBe(200)
  const signIn = async (username: string) =>
    (await call(login, { body: { username, password: NEW_PASSWORD } })).json.code
  expect([await signIn('maya'), await signIn(member.username)]).toEqual(['credentials_invalid', 'credentials_invalid'])
  withSettings({ PASSWORD_SIGN_IN: 'on' })
  expect(await signIn('maya')).toBeUndefined()
})

it('signs an administrator in with PASSWORD_SIGN_IN=admins', async () => {
  const { username } = await newAccount({ isAdmin: true })
  withSettings({ PASSWORD_SIGN_IN: 'admins' })
  expect((await call(login, { body: { username, password: PASSWORD } })).status).toBe(200)
})
