import { expect, vi } from 'vitest'
import { database } from '@/lib/db/client'
import { UseLedger } from '@/lib/keys/use-ledger'
import { writeUses } from '@/lib/domain/usage/write-uses'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { withSingleton } from '@/test/support/with-singleton'

/** Enough tokens in use at once that recording their use needs new database pages. */
const TOKENS = 300

interface Trouble {
  /** Makes it impossible to record token uses. */
  begin(tokenIds: readonly string[]): Promise<unknown>
  end(): Promise<unknown>
}

/**
 * Expects verification to keep working while uses cannot be written, and every use to be counted exactly once
 * afterwards.
 */
export async function expectUsesToSurvive({ begin, end }: Trouble): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] })
  const ledger = new UseLedger()
  withSingleton('use-ledger', ledger)
  const account = await newAccount()
  const { id, key } = await newToken(account, 'device')
  const ids = [id, ...(await manyTokens(account.id))]
  for (const tokenId of ids) {
    ledger.noteUse({ tokenId, secretId: 'none', validUntil: null, idleSeconds: null }, Date.now(), '192.0.2.1')
  }
  const ask = async () => (await call(verify, { key, context: { address: '192.0.2.2' } })).status
  await begin(ids)
  try {
    for (let round = 0; round < 2; round += 1) {
      await writeUses()
      expect(await ask()).toBe(200)
    }
    expect(await written()).toEqual({ tokens: 0, calls: 0 })
  } finally {
    await end()
  }
  // A connection that the trouble has killed may fail one more round.
  await expect
    .poll(async () => {
      await writeUses()
      return written()
    })
    .toEqual({ tokens: ids.length, calls: ids.length + 2 })
  expect(await database().token.findUniqueOrThrow({ where: { id } })).toMatchObject({ lastUsedAddress: '192.0.2.2' })
}

async function manyTokens(userId: string): Promise<string[]> {
  const data = Array.from({ length: TOKENS }, (_, index) => ({
    userId, kind: 'personal' as const, name: `t${index}`, createdAt: new Date(),
  })) // prettier-ignore
  return (await database().token.createManyAndReturn({ data, select: { id: true } })).map(({ id }) => id)
}

async function written() {
  const tokens = await database().token.count({ where: { lastUsedAt: { not: null } } })
  const { _sum: sum } = await database().tokenUsage.aggregate({ _sum: { count: true } })
  return { tokens, calls: sum.count ?? 0 }
}
