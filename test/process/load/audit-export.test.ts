import Database from 'better-sqlite3'
import { request, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { processorSeconds } from '@/test/support/processor-time'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { watchMemory } from '@/test/support/servers/resident-memory'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const ROWS = 200_000
const SETUP_CODE = 'a-code-for-this-test'

let server: ServerProcess
let api: RemoteApi
let chief: Person
let file: Database.Database
/** The processor time that a complete export takes, in seconds. */
let wholeSeconds: number

beforeAll(async () => {
  // With a larger heap, garbage is collected late and looks like memory in use.
  server = await startServer({ env: { SETUP_CODE, NODE_OPTIONS: '--max-old-space-size=160' } })
  api = remoteApi(server.origin)
  chief = await api.newFirstAdmin('chief', SETUP_CODE)
  file = new Database(path.join(server.dataDir, 'latchkey.db'))
  file
    .prepare(
      `WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < ${ROWS})
       INSERT INTO audit_event (id, occurred_at, action, target_type, target_id, user_agent, details)
       SELECT printf('018f0000-0000-7000-8000-%012x', n), strftime('%Y-%m-%dT%H:%M:%f+00:00', 1700000000 + n, 'unixepoch'), 'planted.here', 'token', 'x', printf('%400d', n), '{}' FROM row`,
    )
    .run()
}, 60_000)
afterAll(async () => {
  file.close()
  await server.stop('SIGINT')
})

/** Starts an export of the planted rows without reading any of it. */
async function exporting(): Promise<IncomingMessage> {
  const headers = { authorization: `Token ${chief.deviceKey}`, accept: 'application/x-ndjson' }
  const outgoing = request(`${server.origin}/api/v1/admin/audit?action=planted.here`, { headers })
  outgoing.on('error', () => undefined)
  outgoing.end()
  return new Promise((resolve) => outgoing.once('response', resolve))
}

/** Reads the whole response, pausing after each chunk, and returns the number of lines. */
async function read(answer: IncomingMessage, pause: (lines: number) => Promise<unknown>): Promise<number> {
  let lines = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    lines += chunk.toString('latin1').split('\n').length - 1
    await pause(lines)
  }
  return lines
}

it('an export of 200 000 rows to a slow reader keeps only a part of it in memory', async () => {
  const growth = watchMemory(server.pid)
  const before = processorSeconds(server.pid)
  let nextPause = 0
  const lines = await read(await exporting(), async (count) => {
    if (count < nextPause) return
    nextPause += ROWS / 10
    await sleep(200)
  })
  wholeSeconds = processorSeconds(server.pid) - before
  expect(lines).toBe(ROWS)
  // The whole export is 150 MB.
  expect(await growth.end()).toBeLessThan(50)
})

it('an export stops when its reader disconnects, without reading more rows or logging an error', async () => {
  const before = server.stdout().length
  const answer = await exporting()
  await new Promise((resolve) => answer.once('data', resolve))
  const busy = processorSeconds(server.pid)
  answer.destroy()
  await sleep(1500)
  expect(processorSeconds(server.pid) - busy).toBeLessThan(wholeSeconds / 4)
  expect(server.stdout().slice(before)).not.toContain('"level":"error"')
  expect((await api.verify(chief.deviceKey)).status).toBe(200)
})

it('an export breaks off when its reader is no longer an administrator', async () => {
  const answer = await exporting()
  let lines = 0
  const reading = read(answer, async (count) => {
    if (lines === 0) file.prepare('UPDATE account SET is_admin = 0').run()
    lines = count
    await sleep(0)
  })
  await expect(reading).rejects.toThrow('aborted')
  expect(lines).toBeLessThan(ROWS)
})
