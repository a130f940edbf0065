import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { keepHouse } from '@/lib/process/housekeeping/keep-house'
import { newDeviceRequest } from '@/test/support/device-requests'
import { countVisitRows, newVisitRows } from '@/test/support/providers/rows'
import { stopClock } from '@/test/support/stop-clock'
import { newAccount, newInstance, newToken } from '@/test/support/factories'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

beforeEach(newInstance)

describe('housekeeping', () => {
  it('runs on only one of ten instances, once an hour', async () => {
    const rounds = await Promise.all(Array.from({ length: 10 }, () => keepHouse()))
    expect(rounds.filter((round) => round !== null)).toHaveLength(1)
    expect(await keepHouse()).toBeNull()
    await database().instance.update({ where: { id: 1 }, data: { housekeptAt: daysAgo(1) } })
    expect(await keepHouse()).not.toBeNull()
  })

  it('records once in the audit log that a token expired', async () => {
    const account = await newAccount()
    const { id } = await newToken(account, 'personal', { expiresAt: daysAgo(1) })
    expect(await keepHouse()).toMatchObject({ expired: 1 })
    await database().instance.update({ where: { id: 1 }, data: { housekeptAt: null } })
    expect(await keepHouse()).toMatchObject({ expired: 0 })
    const events = await database().auditEvent.findMany({ where: { action: 'token.expired' } })
    expect(events).toMatchObject([{ targetId: id, userId: account.id, actorUserId: null }])
  })

  it('deletes revoked tokens and expired sessions after 90 days, and keeps the rest', async () => {
    const account = await newAccount()
    const young = await newToken(account, 'personal', { name: 'young' })
    const old = await newToken(account, 'personal', { name: 'old' })
    await newToken(account, 'session', { expiresAt: daysAgo(91) })
    const session = await newToken(account, 'session', { expiresAt: daysAgo(89) })
    const expired = await newToken(account, 'personal', { expiresAt: daysAgo(200) })
    await database().token.update({ where: { id: young.id }, data: { revokedAt: daysAgo(89) } })
    await database().token.update({ where: { id: old.id }, data: { revokedAt: daysAgo(91) } })
    expect(await keepHouse()).toMatchObject({ tokensDropped: 2 })
    const left = (await database().token.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
    expect(left).toEqual([young.id, session.id, expired.id].toSorted())
    expect(await database().tokenSecret.count()).toBe(3)
  })

  it('revokes tokens that nobody has used for a year', async () => {
    const account = await newAccount()
    const unused = await newToken(account, 'personal', { expiresAt: null })
    const used = await newToken(account, 'personal', { expiresAt: null })
    await database().token.updateMany({ data: { createdAt: daysAgo(400) } })
    await database().token.update({ where: { id: used.id }, data: { lastUsedAt: daysAgo(300) } })
    expect(await keepHouse()).toMatchObject({ unused: 1 })
    expect(await database().token.findUniqueOrThrow({ where: { id: unused.id } })).toMatchObject({
      revokedReason: 'unused',
      liveNameKey: null,
    })
    expect((await database().token.findUniqueOrThrow({ where: { id: used.id } })).revokedAt).toBeNull()
  })

  it('deletes codes a week after they were used or expired', async () => {
    const code = (name: string, expiresAt: Date, usedAt: Date | null) => ({
      purpose: 'reset_password' as const, digest: new TextEncoder().encode(name), createdAt: daysAgo(30), expiresAt, usedAt,
    }) // prettier-ignore
    await database().oneTimeCode.createMany({
      data: [
        code('a', daysAgo(8), null),
        code('b', daysAgo(6), null),
        code('c', daysAgo(-1), daysAgo(8)),
        code('d', daysAgo(-1), null),
      ],
    })
    expect(await keepHouse()).toMatchObject({ codesDropped: 2 })
    expect(await database().oneTimeCode.count()).toBe(2)
  })

  it('deletes visits to providers, nonces and tickets once they have expired', async () => {
    const atMs = stopClock()
    await newVisitRows(new Date(atMs - 600_000))
    await newVisitRows(new Date(atMs - 599_000))
    expect(await keepHouse()).toMatchObject({ visitsDropped: 3 })
    expect(await countVisitRows()).toEqual([1, 1, 1])
  })

  it('deletes requests of the device flow a day after they expired', async () => {
    const [old, young] = [await newAccount(), await newAccount()]
    await newDeviceRequest(old, { expiresAt: daysAgo(1.1) })
    const { id } = await newDeviceRequest(young, { expiresAt: daysAgo(0.9) })
    expect(await keepHouse()).toMatchObject({ deviceRequestsDropped: 1 })
    expect(await database().deviceRequest.findMany()).toMatchObject([{ id }])
  })

  it('deletes hourly usage after 90 days', async () => {
    const { id: tokenId } = await newToken(await newAccount(), 'personal')
    const data = [daysAgo(91), daysAgo(89)].map((hour) => ({ tokenId, hour, count: 1 }))
    await database().tokenUsage.createMany({ data })
    expect(await keepHouse()).toMatchObject({ usageDropped: 1 })
    expect(await database().tokenUsage.count()).toBe(1)
  })
})
