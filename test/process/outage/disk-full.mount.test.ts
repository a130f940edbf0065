import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const RESERVE_BYTES = 16 * 2 ** 20
const PATIENCE_MS = 30_000

let dataDir: string
let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', dataDir])
  server = await startServer({ dataDir, env: { TOKENS_PER_USER: '100000', BCRYPT_COST: '10' } })
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(async () => {
  await server.kill()
  execFileSync('umount', [dataDir])
  rmSync(dataDir, { recursive: true, force: true })
})

const reserve = () => path.join(dataDir, 'latchkey.db-reserve')
const health = (name: 'live' | 'ready') => api.get(`/api/health/${name}`)
const mint = (name: string) => api.post('/api/v1/auth/tokens', { name }, { authorization: `Token ${ada.deviceKey}` })

/** Uses up all free space on the disk. */
function fillDisk(): void {
  try {
    for (;;) appendFileSync(path.join(dataDir, 'fill'), Buffer.alloc(4096))
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  }
}

/** Creates tokens until a request fails. Returns the acknowledged tokens and the failure. */
async function mintUntilFailure(): Promise<{ made: MadeToken[]; failure: WireAnswer }> {
  const made: MadeToken[] = []
  for (;;) {
    const answer = await mint(`token ${Math.random()}`)
    if (answer.status !== 201) return { made, failure: answer }
    made.push(answer.json())
  }
}

const untilReady = () => expect.poll(async () => (await health('ready')).status, { timeout: PATIENCE_MS }).toBe(200)

function expectUnavailable(answer: WireAnswer): void {
  expect([answer.status, answer.json().code]).toEqual([503, 'store_unavailable'])
  expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
}

/** Expects the behavior that the server keeps while it can store nothing new. */
async function expectReadOnly(token: MadeToken): Promise<void> {
  // The server may repeat its previous readiness answer for a moment.
  await expect.poll(async () => (await health('ready')).status, { timeout: PATIENCE_MS }).toBe(503)
  expect((await health('live')).status).toBe(200)
  expect((await api.verify(token.key)).status).toBe(200)
  expectUnavailable(await mint('another'))
  expectUnavailable(await api.signIn('login', 'ada'))
}

describe('when the disk is full', { timeout: 120_000 }, () => {
  it('credentials can be revoked, nothing acknowledged is lost, and the server recovers on its own', async () => {
    const [one, two, kept] = [
      await api.createToken(ada.deviceKey, 'one'),
      await api.createToken(ada.deviceKey, 'two'),
      await api.createToken(ada.deviceKey, 'kept'),
    ]
    const other = (await api.signIn('login', 'ada')).json() as { key: string }
    expect(statSync(reserve()).size).toBe(RESERVE_BYTES)
    fillDisk()
    const { made, failure } = await mintUntilFailure()
    expectUnavailable(failure)
    await expectReadOnly(kept)
    expect((await api.revoke(ada.deviceKey, one.id)).status).toBe(204)
    const asAda = { authorization: `Token ${ada.deviceKey}` }
    expect((await api.post('/api/v1/auth/tokens/revoke', { ids: [two.id] }, asAda)).status).toBe(200)
    expect((await api.post('/api/v1/auth/logout', {}, { authorization: `Token ${other.key}` })).status).toBe(204)
    for (const { key } of [one, two, other]) expect((await api.verify(key)).status).toBe(401)
    expect(existsSync(reserve())).toBe(false)
    await expectReadOnly(kept)

    rmSync(path.join(dataDir, 'fill'))
    await untilReady()
    for (const { key } of [kept, ...made]) expect((await api.verify(key)).status).toBe(200)
    for (const { key } of [one, two, other]) expect((await api.verify(key)).status).toBe(401)
    expect((await mint('afterwards')).status).toBe(201)
    expect((await api.signIn('login', 'ada')).status).toBe(200)
    expect(statSync(reserve()).size).toBe(RESERVE_BYTES)
  })
})

describe('when the disk fails', { timeout: 120_000 }, () => {
  it('the server acknowledges nothing and recovers on its own', async () => {
    const token = await api.createToken(ada.deviceKey, 'before')
    // From now on, every write beyond the first page of a file fails with a system error.
    execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=4096:unlimited'])
    await expectReadOnly(token)
    expectUnavailable(await api.revoke(ada.deviceKey, token.id))
    expect((await api.verify(token.key)).status).toBe(200)

    execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited:unlimited'])
    await untilReady()
    expect((await api.revoke(ada.deviceKey, token.id)).status).toBe(204)
    expect((await api.verify(token.key)).status).toBe(401)
  })
})
