import { beforeEach, expect, it } from 'vitest'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { keepHouse } from '@/lib/process/housekeeping/keep-house'
import { newAccount, newInstance } from '@/test/support/factories'
import { revokedMeanwhile } from '@/test/support/acts/revoked-meanwhile'
import { DAY_SECONDS } from '@/lib/base/durations'

beforeEach(newInstance)

/** Creates tokens: two more than a batch, so that the first batch has one of `two`, whatever its order. */
async function newTokens(count: number, times: { createdAt?: Date; expiresAt?: Date }) {
  const { id: userId } = await newAccount()
  const row = { userId, kind: 'personal' as const, name: 'many', createdAt: now(), ...times }
  const made = await database().token.createManyAndReturn({ data: Array.from({ length: count }, () => row) })
  return { two: made.slice(0, 2).map(({ id }) => id) }
}

it.each([
  ['expired tokens', 502, { expiresAt: secondsAfter(now(), -60) }, { revokedAt: null, expiryNotedAt: null }],
  ['unused tokens', 502, { createdAt: secondsAfter(now(), -366 * DAY_SECONDS) }, { revokedAt: null }],
  [
    'expiring tokens',
    202,
    { createdAt: secondsAfter(now(), -30 * DAY_SECONDS), expiresAt: secondsAfter(now(), 6 * DAY_SECONDS) },
    { revokedAt: null, reminderStage: null },
  ],
])('a round leaves no %s for the next one when tokens are revoked meanwhile', async (_, count, times, left) => {
  const { two } = await newTokens(count, times)
  await revokedMeanwhile(two, keepHouse)
  expect(await database().token.count({ where: left })).toBe(0)
})
