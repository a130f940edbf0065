import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newEmptyPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import type { ServerProcess } from '@/test/support/servers/server-process'
import { startForTest } from '@/test/support/servers/start-for-test'

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

/** Returns the setup code in a server’s output, or null if there is none. */
const codeIn = ({ stdout }: ServerProcess) => /setup code: ([A-Z2-9-]{23})\n/.exec(stdout())?.[1] ?? null

const setUp = ({ origin }: ServerProcess, code: string, username: string) =>
  remoteApi(origin).post('/api/v1/setup', {
    setup_code: code,
    username,
    email: `${username}@example.com`,
    password: PASSWORD,
    confirm_password: PASSWORD,
  })

describe.each(databaseKinds)('the first start on %s', (kind) => {
  let place: ScratchPlace

  beforeEach(async () => {
    place = await newEmptyPlace(kind)
  })
  afterEach(() => place.remove())

  it('needs no preparation, and the next start finds the secret, the accounts, and the setup code again', async () => {
    const options = {
      ...place.options,
      dataDir: path.join(place.dataDir, 'not', 'there', 'yet'),
      env: { LATCHKEY_SECRET: '' },
    }
    const first = await startForTest(options)
    const code = codeIn(first)
    const { deviceKey } = await remoteApi(first.origin).newPerson('ada')
    await first.kill()
    const second = await startForTest(options)
    expect(code).not.toBeNull()
    expect(codeIn(second)).toBe(code)
    expect((await remoteApi(second.origin).verify(deviceKey)).status).toBe(200)
    await second.stop('SIGINT')
    expect(modeOf(path.join(options.dataDir, 'secret'))).toBe('600')
    expect(modeOf(options.dataDir)).toBe('700')
    expect(existsSync(path.join(options.dataDir, 'latchkey.db'))).toBe(kind === 'sqlite')
  })

  it('allows one first administrator, however many requests on however many instances try at once', async () => {
    const servers = await Promise.all([startForTest(place.options), startForTest(place.options)])
    const [first, second] = servers
    const code = codeIn(first) ?? ''
    expect(codeIn(second)).toBe(code)
    const wrong = await setUp(first, 'AAAAA-AAAAA-AAAAA-AAAAA', 'eve')
    expect(wrong.json()).toMatchObject({ status: 403, code: 'setup_code_invalid' })

    const tries = Array.from({ length: 20 }, (_, index) =>
      setUp(index % 2 === 0 ? first : second, code, `root-${index}`),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    // 503 is allowed: all requests wait for one row, which can take too long.
    expect(statuses.filter((status) => ![201, 404, 503].includes(status))).toEqual([])

    for (const server of servers) {
      expect((await setUp(server, code, 'late')).status).toBe(404)
      expect((await remoteApi(server.origin).get('/')).headers.location).toBe('/login')
      await server.stop('SIGINT')
    }
    expect(await place.rows(`SELECT count(*) AS count FROM account`)).toEqual([{ count: kind === 'sqlite' ? 1 : '1' }])
    const later = await startForTest(place.options)
    expect(codeIn(later)).toBeNull()
    await later.stop('SIGINT')
  })
})

describe('SETUP_CODE', () => {
  it('replaces the generated code and is not printed', async () => {
    const server = await startForTest({ env: { SETUP_CODE: 'chosen-by-hand-1234' } })
    expect(server.stdout()).toContain('setup code: the value of SETUP_CODE')
    expect(server.stdout()).not.toContain('chosen-by-hand')
    expect((await setUp(server, 'chosen-by-hand-1234', 'root')).json()).toMatchObject({ is_admin: true })
    await server.stop('SIGINT')
  })
})

describe('an existing folder', () => {
  it('does not let other system accounts read the secret or the database', async () => {
    const place = await newEmptyPlace('sqlite')
    onTestFinished(() => place.remove())
    const dataDir = path.join(place.dataDir, 'open')
    mkdirSync(dataDir, { mode: 0o755 })
    const server = await startForTest({ dataDir })
    await remoteApi(server.origin).newPerson('ada')
    for (const name of ['secret', 'latchkey.db', 'latchkey.db-wal']) {
      expect(statSync(path.join(dataDir, name)).mode & 0o077, name).toBe(0)
    }
  })
})
