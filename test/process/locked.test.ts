import Database from 'better-sqlite3'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/server-process'

/** Holds every account and token for writing, as another program would; the returned function lets go. */
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

describe.each(databaseKinds)('on %s, while another program holds the rows', (kind) => {
  let place: ScratchPlace
  let server: ServerProcess
  let api: RemoteApi
  let ada: Person
  let token: MadeToken
  let unlock: () => Promise<void>

  beforeEach(async () => {
    place = await newScratchPlace(kind)
    server = await startServer(place.options)
    api = remoteApi(server.origin)
    ada = await api.newPerson('ada')
    token = await api.createToken(ada.deviceKey, 'unused')
    unlock = await lockEverything(place)
  })
  afterEach(async () => {
    await server.stop('SIGINT')
    await place.remove()
  })

  it('a verdict does not wait until its use can be noted', async () => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, verifyTimed))
    expect(verdicts.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(verdicts.map(({ took }) => took).sort((a, b) => a - b)[10]).toBeLessThan(1500)
    await unlock()
    await expect.poll(lastUse, { timeout: 40_000, interval: 500 }).not.toBeNull()
  })

  it('a change is refused as not possible now, and can be made later', async () => {
    const headers = { authorization: `Token ${ada.deviceKey}` }
    const change = () => api.post('/api/v1/auth/tokens', { name: 'late' }, headers)
    const refused = await change()
    expect(refused.json()).toMatchObject({ status: 503, code: 'store_unavailable' })
    expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect((await api.verify(token.key)).status).toBe(200)
    await unlock()
    expect((await change()).status).toBe(201)
  })

  async function verifyTimed() {
    const started = performance.now()
    const { status } = await api.verify(token.key)
    return { status, took: performance.now() - started }
  }

  async function lastUse(): Promise<unknown> {
    await api.verify(token.key)
    return (await place.rows(`SELECT last_used_at FROM token WHERE id = '${token.id}'`))[0]?.['last_used_at']
  }
})
