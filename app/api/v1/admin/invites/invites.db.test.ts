import { describe, expect, it } from 'vitest'
import { DELETE as revoke } from '@/app/api/v1/admin/invites/[id]/route'
import { GET as list, POST as invite } from '@/app/api/v1/admin/invites/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { secretsOf } from '@/test/support/servers/mail-server'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const newAdmin = async () => (await newToken(await newAccount({ isAdmin: true }), 'device')).key
const secretIn = (url: string) => new URLSearchParams(new URL(url).hash.slice(1)).get('invite')

let made = 0
function registration(fields: object) {
  made += 1
  const username = `guest-${made}`
  return { username, email: `${username}@example.com`, password: PASSWORD, confirm_password: PASSWORD, ...fields }
}
const registering = async (fields: object) => call(register, { body: registration(fields) })

describe('invite-only registration', () => {
  it('lets one of ten simultaneous requests use an invitation, and rejects a request without one', async () => {
    withSettings({ REGISTRATION: 'invite' })
    const { json } = await call(invite, { key: await newAdmin(), body: {} })
    const bare = await registering({})
    expect([bare.status, bare.json.code]).toEqual([403, 'registration_closed'])
    const answers = await Promise.all(Array.from({ length: 10 }, () => registering({ invite: secretIn(json.url) })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(9).fill(400)])
    expect(answers.find(({ status }) => status === 400)?.json).toMatchObject({
      code: 'code_invalid',
      errors: [{ pointer: '/invite' }],
    })
    expect(await database().user.count()).toBe(2)
  })

  it('accepts an invitation for an email with that email only, and sends it there', async () => {
    withSettings({ REGISTRATION: 'invite' })
    const server = await withMailServer()
    const email = 'guest@example.com'
    const { json } = await call(invite, { key: await newAdmin(), body: { email } })
    await delivered()
    const { path, secrets } = secretsOf(await server.mailTo(email, /invited/))
    expect([path, secrets]).toEqual(['/register', { invite: secretIn(json.url) }])
    expect((await registering(secrets)).json.errors[0].pointer).toBe('/email')
    expect((await registering({ ...secrets, email: 'GUEST@example.com' })).status).toBe(201)
  })

  it('rejects a revoked or expired invitation', async () => {
    withSettings({ REGISTRATION: 'invite' })
    const key = await newAdmin()
    const [one, two] = [await call(invite, { key, body: {} }), await call(invite, { key, body: {} })]
    expect((await call(revoke, { method: 'DELETE', key, params: { id: one.json.id } })).status).toBe(204)
    expect((await call(revoke, { method: 'DELETE', key, params: { id: one.json.id } })).status).toBe(404)
    await database().oneTimeCode.update({ where: { id: two.json.id }, data: { expiresAt: new Date() } })
    for (const { json } of [one, two])
      expect((await registering({ invite: secretIn(json.url) })).json.code).toBe('code_invalid')
  })
})

describe('closed registration', () => {
  it('rejects a request even if it has an invitation', async () => {
    withSettings({ REGISTRATION: 'closed' })
    const { json } = await call(invite, { key: await newAdmin(), body: {} })
    expect((await registering({ invite: secretIn(json.url) })).json.code).toBe('registration_closed')
  })
})

describe('invitations', () => {
  it('are listed with their status and without their links', async () => {
    withSettings({ REGISTRATION: 'invite' })
    const key = await newAdmin()
    const { json: used } = await call(invite, { key, body: {} })
    await registering({ invite: secretIn(used.url) })
    const { json: expired } = await call(invite, { key, body: {} })
    await database().oneTimeCode.update({ where: { id: expired.id }, data: { expiresAt: new Date() } })
    const { json: open } = await call(invite, { key, body: { email: 'b@example.com' } })
    const { json, text } = await call(list, { key })
    expect(json.items.map((item: { id: string; status: string; email: string | null }) => [item.id, item.status, item.email])).toEqual([
      [open.id, 'open', 'b@example.com'], [expired.id, 'expired', null], [used.id, 'used', null],
    ])
    for (const { url } of [used, open]) expect(text).not.toContain(secretIn(url))
    const first = await call(list, { key, path: '/api/v1/test?limit=2' })
    const rest = await call(list, { key, path: `/api/v1/test?limit=2&cursor=${first.json.next_cursor}` })
    expect(rest.json.items.map(({ id }: { id: string }) => id)).toEqual([used.id])
  }) // prettier-ignore

  it('leave a row in the audit log when they are created and revoked', async () => {
    const key = await newAdmin()
    const { json } = await call(invite, { key, body: {} })
    await call(revoke, { method: 'DELETE', key, params: { id: json.id } })
    const events = await database().auditEvent.findMany({ where: { targetId: json.id }, orderBy: { id: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual(['invite.created', 'invite.revoked'])
  })

  it('can be read by a personal token only with the admin scope, and created by none', async () => {
    const admin = await newAccount({ isAdmin: true })
    const bare = await newToken(admin, 'personal')
    const scoped = await newToken(admin, 'personal', { scopes: ['admin'] })
    expect((await call(list, { key: bare.key })).json.code).toBe('insufficient_scope')
    expect((await call(list, { key: scoped.key })).status).toBe(200)
    expect((await call(invite, { key: scoped.key, body: {} })).json.code).toBe('credential_not_allowed')
  })
})
