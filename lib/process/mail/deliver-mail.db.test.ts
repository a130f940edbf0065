import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { deliverMail } from '@/lib/process/mail/deliver-mail'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { enqueueRequest } from '@/lib/domain/mail/enqueue-request'
import { delivered } from '@/test/support/delivered'
import { parse } from '@/test/support/servers/mail-server'
import { newAccount } from '@/test/support/factories'
import { stopClock } from '@/test/support/stop-clock'
import { watchStatements } from '@/test/support/database/watch-statements'
import { withMailServer } from '@/test/support/with-mail-server'
import { startTcpProxy } from '@/test/support/servers/tcp-proxy'
import { withSettings } from '@/test/support/with-settings'

const KEY = 'k3yOfTheLinkThatNobodyElseSees'

const enqueue = (to: string, usableUntil = new Date(Date.now() + 600_000)) =>
  transaction((tx) =>
    enqueueMail(tx, { kind: 'verify_email', to, userId: null, data: { username: 'maya', key: KEY }, usableUntil }),
  )

const entries = () => database().outboxMail.findMany()

describe('the outbox', () => {
  it('keeps nothing of a failed transaction', async () => {
    const failing = transaction(async (tx) => {
      await enqueueMail(tx, { kind: 'email_in_use', to: 'a@example.com', userId: null, data: { username: 'maya' } })
      throw new Error('something else went wrong')
    })
    await expect(failing).rejects.toThrow()
    expect(await entries()).toEqual([])
  })

  it('hides recipient and link from anyone who reads the database', async () => {
    await enqueue('maya@example.com')
    const [entry] = await entries()
    const bytes = Buffer.from(entry?.payload ?? [])
    for (const secret of [KEY, 'maya', 'example.com']) expect(bytes.includes(secret)).toBe(false)
  })

  it('is empty after its emails are sent, each to one recipient', async () => {
    const { received } = await withMailServer()
    await enqueue('maya@example.com')
    await enqueue('ada@example.com')
    await delivered()
    expect(received.map(({ recipients }) => recipients).toSorted()).toEqual([['ada@example.com'], ['maya@example.com']])
    expect(await entries()).toEqual([])
  })

  it('sends each email once, however many instances try', async () => {
    const { received } = await withMailServer()
    for (const name of ['a', 'b', 'c', 'd', 'e']) await enqueue(`${name}@example.com`)
    await Promise.all(Array.from({ length: 5 }, () => deliverMail()))
    await delivered()
    expect(received.flatMap(({ recipients }) => recipients).toSorted()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`),
    )
  })

  it('retries a failed email after growing pauses of up to an hour, and gives up after two days', async () => {
    await withMailServer()
    const now = stopClock()
    await enqueue('busy@example.com', new Date(now + 10 * 86_400_000))
    const pauses: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await database().outboxMail.updateMany({ data: { dueAt: new Date() } })
      expect(await deliverMail()).toBe(0)
      const [entry] = await entries()
      pauses.push((entry!.dueAt.getTime() - now) / 1000)
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses.at(-1)).toBe(3600)
    await database().outboxMail.updateMany({
      data: { dueAt: new Date(), createdAt: new Date(now - 2 * 86_400_000) },
    })
    await deliverMail()
    expect(await entries()).toEqual([])
  })

  it('gives up immediately if the mail server says that there is no such recipient', async () => {
    await withMailServer()
    await enqueue('nobody@example.com')
    await deliverMail()
    expect(await entries()).toEqual([])
  })

  it('does not send a link that has expired meanwhile', async () => {
    const { received } = await withMailServer()
    await enqueue('maya@example.com', new Date(Date.now() - 1000))
    await delivered()
    expect([received.length, (await entries()).length]).toEqual([0, 0])
  })

  it('loses no email while the mail server is down, and sends it once the server is back', async () => {
    const { port, received } = await withMailServer()
    const proxy = await startTcpProxy('127.0.0.1', port)
    withSettings({ SMTP_URL: `smtp://127.0.0.1:${proxy.port}` })
    proxy.set('cut')
    await enqueue('maya@example.com')
    expect(await deliverMail()).toBe(0)
    proxy.set('open')
    await database().outboxMail.updateMany({ data: { dueAt: new Date() } })
    expect(await deliverMail()).toBe(1)
    expect(received).toHaveLength(1)
    await proxy.close()
  })
})

describe('requests for emails', () => {
  const request = (email: string) => enqueueRequest('reset_asked', email)

  it('for twenty unknown addresses cost no more statements than for one', async () => {
    const { received } = await withMailServer()
    const statements = await watchStatements()
    const statementsFor = async (emails: string[]) => {
      await Promise.all(emails.map(request))
      const before = statements.length
      await delivered()
      return statements.length - before
    }
    const forOne = await statementsFor(['nobody@example.com'])
    expect(await statementsFor(Array.from({ length: 20 }, (_, index) => `nobody-${index}@example.com`))).toBe(forOne)
    expect([received.length, (await entries()).length]).toEqual([0, 0])
  })

  it('are answered if an account has the address, in any spelling', async () => {
    const { mailTo } = await withMailServer()
    await newAccount({ email: 'maya@example.com' })
    await Promise.all(['nobody@example.com', 'Maya@EXAMPLE.com', 'noone@example.com'].map(request))
    await delivered()
    await mailTo('maya@example.com', /password/)
    expect(await entries()).toEqual([])
  })

  it('are answered beside an unreadable entry, which is retried later', async () => {
    await enqueue('ada@example.com')
    await database().outboxMail.updateMany({ data: { payload: Buffer.from('broken') } })
    await request('nobody@example.com')
    await delivered()
    expect(await entries()).toEqual([expect.objectContaining({ kind: 'verify_email', attempts: 1 })])
  })
})

describe('without a mail server', () => {
  it('an email becomes a file that only its owner can read', async () => {
    await enqueue('maya@example.com')
    await delivered()
    const folder = path.join(settings().DATA_DIR, 'outbox')
    const [file = ''] = readdirSync(folder)
    expect(file).toMatch(/^\d{8}T\d{6}Z-[0-9a-f-]{36}\.eml$/)
    expect([statSync(folder).mode & 0o777, statSync(path.join(folder, file)).mode & 0o777]).toEqual([0o700, 0o600])
    const mail = await parse(readFileSync(path.join(folder, file)))
    expect(mail.text).toContain(`${settings().appOrigin}/verify-email#key=${KEY}`)
  })
})

describe('an email', () => {
  it('comes from MAIL_FROM, and says that no person wrote it', async () => {
    const { mailTo } = await withMailServer()
    withSettings({ MAIL_FROM: 'Keys of Example <keys@example.com>' })
    await enqueue('maya@example.com')
    await delivered()
    const { from, headers } = await mailTo('maya@example.com', /Confirm/)
    expect([from, headers['auto-submitted']]).toEqual(['keys@example.com', 'auto-generated'])
  })
})
