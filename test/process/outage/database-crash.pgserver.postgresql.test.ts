import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostgres, startPostgres, type OwnPostgres } from '@/scripts/test/postgres-server.mjs'
import { proofRounds } from '@/test/support/proof-rounds'
import { remoteApi } from '@/test/support/servers/remote-api'
import { expectNothingLost } from '@/test/support/database/replay-ledger'
import { startForTest } from '@/test/support/servers/start-for-test'
import { startTokenLoad } from '@/test/support/database/token-ledger'

const CLIENTS = 6
const ROUNDS = Array.from({ length: proofRounds(1, 30) }, (_, index) => index + 1)

let postgres: OwnPostgres

beforeAll(async () => {
  postgres = await startPostgres(findPostgres() ?? '', '32MB', 'on')
})
afterAll(() => postgres.stop())

const options = () => ({ databaseUrl: postgres.url, env: { TOKENS_PER_USER: '100000' } })

async function rows(sql: string) {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe.each([
  ['PostgreSQL is killed', false],
  ['PostgreSQL and Latchkey are killed', true],
])('when %s under load', (name, isServerKilled) => {
  it.each(ROUNDS)(
    'keeps everything that was acknowledged, and the rest whole or not at all (round %i)',
    async (round) => {
      const label = `${isServerKilled ? 'both' : 'one'}-${round}`
      const first = await startForTest(options())
      const { deviceKey } = await remoteApi(first.origin).newPerson(label)
      const load = startTokenLoad(first.origin, deviceKey, label, CLIENTS)
      await load.underWay
      await Promise.all([postgres.kill(), isServerKilled ? first.kill() : undefined])
      const ledger = await load.ledger
      expect(ledger.uncertain.length + ledger.unanswered.length).toBe(CLIENTS)
      postgres.start()
      const server = isServerKilled ? await startForTest(options()) : first
      const { verify } = remoteApi(server.origin)
      await expect.poll(async () => (await verify(deviceKey)).status, { timeout: 30_000 }).toBe(200)
      await expectNothingLost(server.origin, ledger, { rows })
    },
  )
})
