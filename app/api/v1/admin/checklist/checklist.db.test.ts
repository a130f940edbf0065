import { beforeEach, describe, expect, it } from 'vitest'
import { GET as read, PATCH as change } from '@/app/api/v1/admin/checklist/route'
import { POST as testEmail } from '@/app/api/v1/admin/test-email/route'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { database } from '@/lib/db/client'
import { recordBackup } from '@/lib/process/backup/record-backup'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

beforeEach(newInstance)

const isSqlite = () => settings().databaseKind === 'sqlite'

/** Returns the steps that are done. */
async function doneFor(key: string): Promise<string[]> {
  const { items } = (await call(read, { key })).json as { items: { step: string; done: boolean }[] }
  return items.filter(({ done }) => done).map(({ step }) => step)
}

describe('the checklist', () => {
  it('lists every step as open on a new server', async () => {
    const { key } = await newAdmin()
    const { status, json } = await call(read, { key })
    const steps = ['email', 'token', 'verification', 'invite', ...(isSqlite() ? ['backup'] : [])]
    expect([status, json]).toEqual([200, { items: steps.map((step) => ({ step, done: false })), dismissed: false }])
  })

  it('marks each step once it is done, and no step before', async () => {
    const { received } = await withMailServer()
    const { key, account } = await newAdmin()
    expect((await call(testEmail, { key, method: 'POST' })).json).toEqual({ sent_to: account.email })
    expect(received.map(({ recipients }) => recipients)).toEqual([[account.email]])
    expect(await doneFor(key)).toEqual(['email'])

    const { id } = await newToken(account, 'personal')
    expect(await doneFor(key)).toEqual(['email', 'token'])
    await database().token.update({ where: { id }, data: { lastUsedAt: now() } })
    expect(await doneFor(key)).toEqual(['email', 'token', 'verification'])

    await newAccount()
    expect(await doneFor(key)).toContain('invite')

    await recordBackup({ format: 1, taken_at: now().toISOString(), database_bytes: 1, database_sha256: '' })
    expect((await doneFor(key)).includes('backup')).toBe(isSqlite())
  })

  it('counts only the administrator’s own token, and an invitation that nobody has used', async () => {
    const { key, account } = await newAdmin()
    const code = { purpose: 'invitation', digest: new Uint8Array(32), createdAt: now(), expiresAt: now() } as const
    await database().oneTimeCode.create({ data: code })
    expect(await doneFor(key)).toEqual(['invite'])
    await newToken(await newAccount(), 'personal')
    await newToken(account, 'session')
    expect(await doneFor(key)).toEqual(['invite'])
  })

  it('takes the email step back when the mail server is removed', async () => {
    await withMailServer()
    const { key } = await newAdmin()
    await call(testEmail, { key, method: 'POST' })
    withSettings({ SMTP_URL: '' })
    expect(await doneFor(key)).toEqual([])
  })

  it('is dismissed for one administrator only, once, and stays readable', async () => {
    const [one, other] = [await newAdmin(), await newAdmin()]
    const dismiss = () => call(change, { key: one.key, method: 'PATCH', body: { dismissed: true } })
    const { status, json } = await dismiss()
    expect([status, json.dismissed]).toEqual([200, true])
    await dismiss()
    expect((await call(read, { key: one.key })).json.dismissed).toBe(true)
    expect((await call(read, { key: other.key })).json.dismissed).toBe(false)
    expect(await database().auditEvent.count({ where: { action: 'checklist.dismissed' } })).toBe(1)
  })

  it('is for administrators: a token with the admin scope may read it, but not dismiss it', async () => {
    const { account } = await newAdmin()
    const { key: scoped } = await newToken(account, 'personal', { scopes: ['admin'] })
    const { key: member } = await newToken(await newAccount(), 'session')
    const patch = { method: 'PATCH', body: { dismissed: true } }
    expect((await call(read, { key: scoped })).status).toBe(200)
    expect((await call(change, { key: scoped, ...patch })).json.code).toBe('credential_not_allowed')
    expect((await call(testEmail, { key: scoped, method: 'POST' })).json.code).toBe('credential_not_allowed')
    expect((await call(read, { session: member })).json.code).toBe('admin_required')
    expect((await call(change, { session: member, ...patch })).json.code).toBe('admin_required')
    expect((await call(testEmail, { session: member, method: 'POST' })).json.code).toBe('admin_required')
  })
})

describe('a test email', () => {
  it('says what is wrong with the mail server, without naming its settings, and records nothing', async () => {
    const { key, account } = await newAdmin()
    const rejected = async () => {
      const { status, json } = await call(testEmail, { key, method: 'POST' })
      return [status, json.code, json.detail]
    }
    expect(await rejected()).toEqual([409, 'email_not_configured', 'Set SMTP_URL, then restart the server.'])
    withSettings({ SMTP_URL: 'smtp://ada:hunter2hunter2@127.0.0.1:1' })
    expect(await rejected()).toEqual([502, 'email_not_sent', expect.not.stringMatching(/hunter2|127\.0\.0\.1/)])
    await withMailServer()
    await database().user.update({ where: { id: account.id }, data: { email: 'nobody@example.com' } })
    expect(await rejected()).toEqual([502, 'email_not_sent', expect.stringContaining('(SMTP 550)')])
    expect(await doneFor(key)).toEqual([])
    expect(await database().auditEvent.count()).toBe(0)
  })

  it('is limited to five in ten minutes for each administrator', async () => {
    const { received } = await withMailServer()
    const { key } = await newAdmin()
    const statuses: number[] = []
    for (let asked = 0; asked < 6; asked += 1) statuses.push((await call(testEmail, { key, method: 'POST' })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect(received).toHaveLength(5)
    expect((await call(testEmail, { key: (await newAdmin()).key, method: 'POST' })).status).toBe(200)
  })
})
