import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { seed } from '@/bench/support/seed'
import { runBackfills } from '@/lib/process/backfill/run-backfills'
import { exampleBackfill, expandExample, indexExample } from '@/test/support/database/example-migration'
import { proofRounds } from '@/test/support/proof-rounds'
import { remoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newEmptyPlace } from '@/test/support/servers/scratch-place'
import { startServer } from '@/test/support/servers/server-process'
import { withDatabaseAt } from '@/test/support/database/with-database-at'

const TOKENS = proofRounds(10_000, 100_000)
const CLIENTS = 8
const VERIFIED = 200

/** Verifies live and unknown keys until `end` is called, and collects the verdicts that were wrong. */
function keepVerifying(origin: string, keys: readonly string[]) {
  const api = remoteApi(origin)
  const state = { isOver: false, asked: 0, wrong: [] as unknown[] }
  const unknown = (key: string) => `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`
  const expected = keys.flatMap((key) => [
    { key, status: 200 },
    { key: unknown(key), status: 401 },
  ])
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = client; !state.isOver; turn += 1) {
      const { key, status } = expected[turn % expected.length]!
      const answer = await api.verify(key)
      state.asked += 1
      if (answer.status !== status) state.wrong.push({ key, expected: status, status: answer.status })
    }
  })
  const end = async () => {
    state.isOver = true
    await Promise.all(clients)
    return state.wrong
  }
  return { asked: () => state.asked, end }
}

it.each(databaseKinds)('every verdict on %s is right while a migration runs', { timeout: 900_000 }, async (kind) => {
  const place = await newEmptyPlace(kind)
  const { dataDir } = place
  const url = place.options.databaseUrl ?? `file:${path.join(dataDir, 'latchkey.db')}`
  const keyFile = path.join(dataDir, 'keys')
  await seed(url, TOKENS, keyFile)
  const server = await startServer(place.options)
  const clients = keepVerifying(server.origin, readFileSync(keyFile, 'utf8').split('\n').slice(0, VERIFIED))
  await expect.poll(clients.asked).toBeGreaterThan(CLIENTS)

  const askedBefore = clients.asked()
  await expandExample(url)
  if (kind === 'postgresql') await indexExample(url)
  withDatabaseAt(kind === 'sqlite' ? { DATA_DIR: dataDir } : { DATABASE_URL: url, MIGRATE_DATABASE_URL: '' })
  await runBackfills([exampleBackfill], new AbortController().signal)
  expect(clients.asked()).toBeGreaterThan(askedBefore + CLIENTS)

  expect(await clients.end()).toEqual([])
  expect(await place.rows('SELECT id FROM token WHERE example_note IS NULL LIMIT 1')).toEqual([])
  await server.stop('SIGINT')
  await place.remove()
})
