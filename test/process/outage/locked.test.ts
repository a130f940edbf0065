import Database from 'better-sqlite3'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

/** Locks every account and token for writing, as another program would. The returned function releases the lock. */
async function lockEverything({ dataDir, options }: ScratchPlace): Promise<() => Promise<void>> {
  if (options.databaseUrl === undefined) {
    const database = new Database(path.join(dataDir, 'latchkey.db'))
    database.exec('BEGIN IMMEDIATE')
    return async () => void database.close()
  }
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  await client.query('BEGIN; SELECT 1 FROM account, token FOR UPDATE')
  return () => client.end()
}

describe.each(databaseKinds)('on %s, while another program locks the rows', (kind) => {
  let place: ScratchPlace
  let server: ServerProcess
  let api: RemoteApi
  let ada: Person
  let token: MadeToken

  beforeAll(async () => {
    place = await newScratchPlace(kind)
    server = await startServer(place.options)
    api = remoteApi(server.origin)
    ada = await api.newPerson('ada')
    token = await api.createToken(ada.deviceKey, 'unused')
  })
  afterAll(async () => {
    await server.stop('SIGINT')
    await place.remove()
  })

  it('rejects a change with 503, verifies keys meanwhile, and catches up afterwards', async () => {
    const headers = { authorization: `Token ${ada.deviceKey}` }
    const change = () => api.post('/api/v1/auth/tokens', { name: 'late' }, headers)
    const unlock = await lockEverything(place)

    // The change waits for the rows until the server gives up. Verification would take as long if it waited to record
    // the use.
    const waiting = new AbortController()
    const changing = change().finally(() => waiting.abort())
    const early: number[] = []
    while (!waiting.signal.aborted) early.push((await api.verify(token.key)).status)
    early.pop()
    expect(early.length).toBeGreaterThanOrEqual(3)
    expect(new Set(early)).toEqual(new Set([200]))
    const rejected = await changing
    expect(rejected.json()).toMatchObject({ status: 503, code: 'store_unavailable' })
    expect(rejected.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect((await api.verify(token.key)).status).toBe(200)

    await unlock()
    expect((await change()).status).toBe(201)
    await expect.poll(lastUse, { interval: 500 }).not.toBeNull()
  })

  async function lastUse(): Promise<unknown> {
    return (await place.rows(`SELECT last_used_at FROM token WHERE id = '${token.id}'`))[0]?.['last_used_at']
  }
})
