import { describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as session } from '@/app/api/v1/auth/session/route'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { database } from '@/lib/db/client'
import { deviceCodeOf, newApprovedRequest } from '@/test/support/device-requests'
import { poll } from '@/test/support/requests/device-flow'
import { APP, call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const NEW = 'kettle moss quarry'

/** An owner with a confirmed address who has signed in before. */
async function newOwner() {
  const server = await withMailServer()
  const account = await newAccount()
  await database().user.update({
    where: { id: account.id },
    data: { emailVerifiedAt: new Date(), lastLoginAt: new Date() },
  })
  const subjects = async () => {
    await delivered()
    return server.received.map(({ subject }) => subject)
  }
  const credentials = { username: account.username, password: PASSWORD }
  return { server, account, credentials, subjects }
}

const fromBrowser = (credentials: object, cookie?: string) =>
  call(session, { body: credentials, headers: { origin: APP, ...(cookie !== undefined && { cookie }) } })

describe('the owner of an account gets an email without secrets when', () => {
  it('the password is changed', async () => {
    const { server, account, subjects } = await newOwner()
    const { key } = await newToken(account, 'device')
    const answer = await call(changePassword, { key, body: { old_password: PASSWORD, new_password: NEW, confirm_password: NEW } })
    expect(await subjects()).toEqual(['Your password was changed'])
    const [{ text, html } = { text: '', html: '' }] = server.received
    for (const secret of [PASSWORD, NEW, key, answer.json.key]) expect(text + html).not.toContain(secret)
    expect(text).toContain('192.0.2.1')
  }) // prettier-ignore

  it('a token is created', async () => {
    const { server, account, subjects } = await newOwner()
    const { key } = await newToken(account, 'device')
    const { json } = await call(createToken, { key, body: { name: 'backup <b>' } })
    expect(await subjects()).toEqual(['New token created'])
    expect(server.received[0]?.html).toContain('backup &lt;b&gt;')
    expect(server.received[0]?.text).not.toContain(json.key)
  })

  it.each([
    ['device', 'It’s now signed in to your account', '/settings/devices'],
    ['personal', 'It now has a token of your account', '/settings/tokens'],
  ] as const)('an app gets a %s token by device flow', async (tokenKind, sentence, path) => {
    const { server, account, subjects } = await newOwner()
    await newApprovedRequest(account, { tokenKind, clientId: 'backup <b>', deviceName: 'NAS' })
    const { json } = await poll(deviceCodeOf(account), { client_id: 'backup <b>' })
    expect(await subjects()).toEqual(['New app connected to your account'])
    const [{ text, html } = { text: '', html: '' }] = server.received
    expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence)
    expect(text).toContain(`http://localhost:3000${path}`)
    expect(html).toContain('backup &lt;b&gt;')
    expect(text + html).not.toContain(json.access_token)
  })

  it('a new browser signs in, and none when it signs in again', async () => {
    const { server, credentials, subjects } = await newOwner()
    const first = await fromBrowser(credentials)
    expect(await subjects()).toEqual(['New sign-in to your account'])
    expect(server.received[0]?.text.match(/vitest/g)).toHaveLength(1)
    const known = first.headers.getSetCookie().find((cookie) => cookie.startsWith('latchkey-known'))?.split(';')[0]
    await fromBrowser(credentials, known)
    expect(await subjects()).toHaveLength(1)
  }) // prettier-ignore

  it('a new app signs in, and none when it signs in again', async () => {
    const { server, credentials, subjects } = await newOwner()
    const signIn = (device_name: string, userAgent: string) =>
      call(login, { body: { ...credentials, device_name }, context: { userAgent } })
    await signIn('Laptop', 'curl/8')
    await signIn('LAPTOP', 'curl/8')
    expect(await subjects()).toHaveLength(1)
    await signIn('Laptop', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
    expect(await subjects()).toHaveLength(2)
    const clients = server.received.map(({ text }) =>
      /192\.0\.2\.1\s·\s([^.]+?)\s+If\sthis/.exec(text)?.[1]?.replaceAll(/\s+/g, ' '),
    )
    expect(clients).toEqual(['curl', 'Firefox on Linux'])
  })

  it('a sign-in follows five wrong passwords', async () => {
    const { credentials, subjects } = await newOwner()
    for (let count = 0; count < 5; count += 1) await call(login, { body: { ...credentials, password: 'wrong' } })
    expect((await call(login, { body: credentials })).status).toBe(200)
    expect(await subjects()).toEqual(['Sign-in after several failed attempts'])
  })

  it('the session policy signs out a session', async () => {
    withSettings({ SESSION_POLICY: 'one' })
    const { server, account, credentials, subjects } = await newOwner()
    await newToken(account, 'session', { name: 'Kitchen tablet' })
    await call(login, { body: credentials })
    expect((await subjects()).toSorted()).toEqual([
      'New sign-in to your account',
      'Signed out to stay within your device limit',
    ])
    expect(server.received.map(({ text }) => text).join()).toMatch(/Kitchen\s+tablet/)
  })
})

describe('the owner of an account gets no email', () => {
  it('about the very first sign-in', async () => {
    const { account, credentials, subjects } = await newOwner()
    await database().user.update({ where: { id: account.id }, data: { lastLoginAt: null } })
    await fromBrowser(credentials)
    expect(await subjects()).toEqual([])
  })

  it('at an unconfirmed address', async () => {
    const { account, credentials, subjects } = await newOwner()
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: null } })
    await fromBrowser(credentials)
    const { key } = await newToken(account, 'device')
    await call(createToken, { key, body: { name: 'backup' } })
    expect(await subjects()).toEqual([])
  })
})
