import { describe, expect, it } from 'vitest'
import { POST as extend } from '@/app/api/v1/auth/tokens/[id]/extend/route'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { remindOfEnds } from '@/lib/process/housekeeping/remind-of-ends'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newToken } from '@/test/support/factories'
import { withMailServer } from '@/test/support/with-mail-server'
import { HOUR_MS } from '@/lib/base/durations'

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

async function newOwner() {
  const server = await withMailServer()
  const account = await newAccount()
  await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: now() } })
  /** Creates a token with a creation date 60 days ago. */
  const endingIn = async (name: string, hours: number) => {
    const { id } = await newToken(account, 'personal', { name, expiresAt: inHours(hours) })
    await database().token.update({ where: { id }, data: { createdAt: inHours(-60 * 24) } })
    return id
  }
  const told = async () => {
    await remindOfEnds(now())
    await delivered()
    return server.received.splice(0).map(({ subject }) => subject).toSorted()
  }
  return { account, server, endingIn, told }
} // prettier-ignore

describe('the owner of a personal token', () => {
  it('gets one email a week before it expires, one a day before, and one when it has expired', async () => {
    const { endingIn, told } = await newOwner()
    const id = await endingIn('backup', 8 * 24)
    const seen = []
    for (const hours of [8 * 24, 6 * 24, 5 * 24, 20, 2, -1, -20]) {
      await database().token.update({ where: { id }, data: { expiresAt: inHours(hours) } })
      seen.push(await told())
    }
    const soon = ['Token “backup” expires soon']
    expect(seen).toEqual([[], soon, [], soon, [], ['Token “backup” has expired'], []])
  })

  it('gets the email from only one of ten instances', async () => {
    const { endingIn, server } = await newOwner()
    await endingIn('backup', 100)
    await Promise.all(Array.from({ length: 10 }, () => remindOfEnds(now())))
    await delivered()
    expect(server.received).toHaveLength(1)
  })

  it('gets a link to it in the email, and a new reminder after extending it', async () => {
    const { account, endingIn, server, told } = await newOwner()
    const id = await endingIn('backup', 100)
    await remindOfEnds(now())
    await delivered()
    expect(server.received[0]?.text).toContain(`http://localhost:3000/settings/tokens?q=backup`)
    server.received.splice(0)
    const { key } = await newToken(account, 'device')
    const body = { expires_in_seconds: 6 * 86_400 }
    expect((await call(extend, { key, body, params: { id } })).status).toBe(200)
    expect(await told()).toEqual(['Token “backup” expires soon'])
  })

  it('gets no email about an app, or a token that is short-lived, revoked, non-expiring or long expired', async () => {
    const { account, endingIn, told } = await newOwner()
    await newToken(account, 'personal', { expiresAt: inHours(48) })
    await newToken(account, 'personal', { expiresAt: inHours(3) })
    await newToken(account, 'personal', { expiresAt: null })
    await newToken(account, 'device', { expiresAt: inHours(3) })
    await endingIn('old', -100)
    const revoked = await endingIn('revoked', 100)
    await database().token.update({ where: { id: revoked }, data: { revokedAt: now() } })
    expect(await told()).toEqual([])
  })
})
