import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { POST as confirmChange } from '@/app/api/v1/auth/email/confirm/route'
import { POST as changeEmail } from '@/app/api/v1/auth/email/route'
import { POST as undoChange } from '@/app/api/v1/auth/email/undo/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as askReset } from '@/app/api/v1/auth/password/reset/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as renew } from '@/app/api/v1/auth/token-refresh/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { secretsOf } from '@/test/support/servers/mail-server'
import { withMailServer } from '@/test/support/with-mail-server'

const NEW = 'maya.new@example.com'

/** Creates an account with a confirmed email and a device, and starts a mail server. */
async function newOwner() {
  const server = await withMailServer()
  const account = await newAccount()
  await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date() } })
  const { key } = await newToken(account, 'device')
  const change = async (email: string) => {
    const answer = await call(changeEmail, { key, body: { email } })
    await delivered()
    return answer
  }
  const linkTo = async (address: string, subject: RegExp) => secretsOf(await server.mailTo(address, subject)).secrets['key']
  const confirmed = async (email: string) => {
    await change(email)
    const answer = await call(confirmChange, { body: { key: await linkTo(email, /Confirm your new/) } })
    await delivered()
    return answer
  }
  return { server, account, key, change, confirmed, linkTo }
} // prettier-ignore

const emailOf = async ({ id }: Account) => (await database().user.findUniqueOrThrow({ where: { id } })).email

describe('a change of email', () => {
  it('changes nothing before the person follows the link at the new address', async () => {
    const { account, change } = await newOwner()
    const answer = await change(NEW)
    expect([answer.status, answer.text]).toEqual([202, ''])
    expect(await emailOf(account)).toBe(account.email)
    expect((await call(login, { body: { email: NEW, password: PASSWORD } })).status).toBe(401)
  })

  it('lets nobody reset the password through an unconfirmed address', async () => {
    const { server, change } = await newOwner()
    await change(NEW)
    const before = server.received.length
    expect((await call(askReset, { body: { email: NEW } })).status).toBe(202)
    await delivered()
    expect(server.received).toHaveLength(before)
  })

  it('is dropped by the password change that shuts an intruder out', async () => {
    const { account, key, change, linkTo } = await newOwner()
    await change(NEW)
    const chosen = { new_password: `${PASSWORD} twice`, confirm_password: `${PASSWORD} twice` }
    await call(changePassword, { key, body: { old_password: PASSWORD, ...chosen } })
    const late = await call(confirmChange, { body: { key: await linkTo(NEW, /Confirm your new/) } })
    expect(late.json.code).toBe('code_invalid')
    expect(await emailOf(account)).toBe(account.email)
  })

  it('takes effect through the link, once, and the old address is notified', async () => {
    const { server, account, confirmed, linkTo } = await newOwner()
    const answer = await confirmed(NEW)
    expect([answer.status, answer.json]).toEqual([200, { email: NEW }])
    expect(await database().user.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      email: NEW,
      emailVerifiedAt: expect.any(Date),
    })
    expect((await server.mailTo(account.email, /was changed/)).text).toContain(NEW)
    const again = await call(confirmChange, { body: { key: await linkTo(NEW, /Confirm your new/) } })
    expect(again.json.code).toBe('code_invalid')
  })

  it('requires a recent password', async () => {
    const { account, key } = await newOwner()
    await database().token.updateMany({ data: { authTime: new Date(0) } })
    const answer = await call(changeEmail, { key, body: { email: NEW } })
    expect([answer.status, answer.json.code]).toEqual([403, 'reauthentication_required'])
    expect((await call(changeEmail, { key, body: { email: NEW, password: PASSWORD } })).status).toBe(202)
    expect(await emailOf(account)).toBe(account.email)
  })

  it('to the address of another account gets the same answer, and only that account’s owner is told', async () => {
    const { server, account, change } = await newOwner()
    const other = await newAccount()
    const answer = await change(other.email.toUpperCase())
    expect([answer.status, answer.text]).toEqual([202, ''])
    expect((await server.mailTo(other.email, /already have an account/)).text).not.toContain(account.username)
    expect(server.received).toHaveLength(1)
  })

  it('to an address that was taken meanwhile is rejected', async () => {
    const { account, change, linkTo } = await newOwner()
    await change(NEW)
    await newAccount({ email: NEW })
    const answer = await call(confirmChange, { body: { key: await linkTo(NEW, /Confirm your new/) } })
    expect([answer.status, answer.json.code]).toEqual([409, 'email_taken'])
    expect(await emailOf(account)).toBe(account.email)
  })

  it('can be requested at most three times an hour', async () => {
    const { change } = await newOwner()
    const statuses = []
    for (let count = 0; count < 4; count += 1) statuses.push((await change(`${count}${NEW}`)).status)
    expect(statuses).toEqual([202, 202, 202, 429])
  })
})

describe('the old address', () => {
  it('can undo the change, which revokes every session, app and API client', async () => {
    const { account, key, confirmed, linkTo } = await newOwner()
    const session = await newToken(account, 'session')
    const refresh = await newToken(account, 'refresh')
    await confirmed(NEW)
    const undo = { key: await linkTo(account.email, /was changed/) }
    const answer = await call(undoChange, { body: undo })
    expect([answer.status, answer.json]).toEqual([200, { email: account.email }])
    expect((await call(user, { key })).status).toBe(401)
    expect((await call(user, { session: session.key })).status).toBe(401)
    expect((await call(renew, { body: { refresh: refresh.key } })).status).toBe(401)
    expect((await call(undoChange, { body: undo })).json.code).toBe('code_invalid')
    expect((await call(login, { body: { email: NEW, password: PASSWORD } })).status).toBe(401)
    expect((await call(login, { body: { email: account.email, password: PASSWORD } })).status).toBe(200)
  })

  it.each([
    [-60, 200],
    [60, 400],
  ])('can undo it for seven days: %i seconds past that, the answer is %i', async (seconds, status) => {
    const { account, confirmed, linkTo } = await newOwner()
    await confirmed(NEW)
    const undo = { key: await linkTo(account.email, /was changed/) }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (7 * 86_400 + seconds) * 1000 })
    onTestFinished(() => void vi.useRealTimers())
    expect((await call(undoChange, { body: undo })).status).toBe(status)
  })

  it('can undo it even after further changes, whose own undo links stop working', async () => {
    const { account, confirmed, linkTo } = await newOwner()
    await confirmed(NEW)
    await confirmed(`again.${NEW}`)
    const theirs = await linkTo(NEW, /was changed/)
    await call(undoChange, { body: { key: await linkTo(account.email, /was changed/) } })
    expect((await call(undoChange, { body: { key: theirs } })).json.code).toBe('code_invalid')
    expect(await emailOf(account)).toBe(account.email)
  })

  it('is reserved as long as the change can be undone', async () => {
    const { account, confirmed } = await newOwner()
    await confirmed(NEW)
    const body = { username: 'thief', email: account.email.toUpperCase(), password: PASSWORD, confirm_password: PASSWORD }
    expect((await call(register, { body })).json.code).toBe('email_taken')
    await database().oneTimeCode.updateMany({ data: { expiresAt: new Date() } })
    expect((await call(register, { body })).status).toBe(201)
  }) // prettier-ignore

  it('is notified but cannot undo the change if it was never confirmed', async () => {
    const { server, account, confirmed } = await newOwner()
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: null } })
    await confirmed(NEW)
    expect((await server.mailTo(account.email, /was changed/)).text).not.toContain('/undo-email')
    expect(await database().oneTimeCode.count({ where: { purpose: 'undo_email_change' } })).toBe(0)
  })

  it('loses the reset links that were sent to it', async () => {
    const { account, confirmed, server } = await newOwner()
    await call(askReset, { body: { email: account.email } })
    await delivered()
    const { secrets } = secretsOf(await server.mailTo(account.email, /Reset your password/))
    await confirmed(NEW)
    const chosen = { new_password: `${PASSWORD} twice`, confirm_password: `${PASSWORD} twice` }
    expect((await call(confirmReset, { body: { ...secrets, ...chosen } })).json.code).toBe('code_invalid')
  })
})
