import { beforeEach, expect, it } from 'vitest'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { keepHouse } from '@/lib/process/housekeeping/keep-house'
import { newAccount, newInstance } from '@/test/support/factories'
import { revokedMeanwhile } from '@/test/support/revoked-meanwhile'
import { DAY_SECONDS } from '@/lib/base/durations'

beforeEach(newInstance)

/** Two more than a batch, so that one of `two` is in the first, whatever its order. */
async function newTokens(count: number, times: { createdAt?: Date; expiresAt?: Date }) {
  const { id: userId } = await newAccount()
  const row = { userId, kind: 'personal' as const, name: 'many', createdAt: now(), ...times }
  const made = await database().token.createManyAndReturn({ data: Array.from({ length: count }, () => row) })
  return { two: made.slice(0, 2).map(({ id }) => id) }
}

it.each([
  ['of what ran out', 502, { expiresAt: secondsAfter(now(), -60) }, { revokedAt: null, expiryNotedAt: null }],
  ['of what nobody used', 502, { createdAt: secondsAfter(now(), -366 * DAY_SECONDS) }, { revokedAt: null }],
  [
    'of what will end',
    202,
    { createdAt: secondsAfter(now(), -30 * DAY_SECONDS), expiresAt: secondsAfter(now(), 6 * DAY_SECONDS) },
    { revokedAt: null, reminderStage: null },
  ],
])('a round leaves nothing %s for the next when somebody revokes meanwhile', async (_, count, times, left) => {
  const { two } = await newTokens(count, times)
  await revokedMeanwhile(two, keepHouse)
  expect(await database().token.count({ where: left })).toBe(0)
})
