import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newEmptyPlace, newScratchPlace } from '@/test/support/servers/scratch-place'
import { serverEnvironment } from '@/test/support/servers/server-environment'
import { startForTest } from '@/test/support/servers/start-for-test'

const run = (script: string, dataDir: string, { cwd = '.', databaseUrl = '', args = [] as string[] } = {}) =>
  spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd,
    encoding: 'utf8',
    env: serverEnvironment({ port: 1, dataDir, ...(databaseUrl !== '' && { databaseUrl }) }),
  })

describe.each(databaseKinds)('npm start on %s after a build', (kind) => {
  it('builds nothing again, prints the setup address, serves, and stops cleanly', async () => {
    const place = await newScratchPlace(kind)
    const server = await startForTest({ ...place.options, command: ['npm', 'start'] })
    const { deviceKey } = await remoteApi(server.origin).newPerson('ada')
    expect((await remoteApi(server.origin).verify(deviceKey)).status).toBe(200)
    expect(await server.stop('SIGTERM')).toBe(0)
    expect(server.stdout()).not.toMatch(/building|generating|installing/)
    expect(server.stdout()).toMatch(/create the first administrator at http:\/\/localhost:\d+\/setup/)
    expect(server.stdout()).toMatch(/ready on http:\/\/localhost:\d+\n/)
    await place.remove()
  })
})

describe('npm run dev', () => {
  it('runs the same server, with pages, API, and security headers', async () => {
    const server = await startForTest({ command: ['npm', 'run', 'dev'] })
    const api = remoteApi(server.origin)
    const { deviceKey } = await api.newPerson('ada')
    expect((await api.verify(deviceKey)).status).toBe(200)
    const page = await api.get('/login')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain("object-src 'none'")
    expect(page.text).toContain('Sign in')
    expect(await server.stop('SIGTERM')).toBe(0)
    // It compiles each page on its first request.
  }, 180_000)
})

describe.each(databaseKinds)('npm run db:migrate on %s', (kind) => {
  it('brings an empty database to the newest schema once', async () => {
    const place = await newEmptyPlace(kind)
    const first = run('db:migrate', place.dataDir, place.options)
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(new RegExp(`^${kind}: applied \\d+_skeleton, `))
    expect(run('db:migrate', place.dataDir, place.options).stdout).toBe(`${kind}: up to date\n`)
    expect(await place.rows('SELECT username FROM account')).toEqual([])
    await place.remove()
  })
})

describe.each(databaseKinds)('npm run db:seed on %s', (kind) => {
  it('fills an empty database with tokens in every state, and refuses one that has accounts', async () => {
    const place = await newEmptyPlace(kind)
    const first = run('db:seed', place.dataDir, place.options)
    expect(first.stderr).toBe('')
    const [, key = ''] = /Bearer (\S+)'/.exec(first.stdout) ?? []
    const [, password = ''] = /password is: (.+)/.exec(first.stdout) ?? []

    const server = await startForTest(place.options)
    const api = remoteApi(server.origin)
    expect((await api.verify(key)).status).toBe(200)
    const { key: deviceKey } = (await api.signIn('login', 'ada', password)).json() as { key: string }
    const { json } = await api.get('/api/v1/auth/tokens', { authorization: `Token ${deviceKey}` })
    const { items } = json() as { items: { status: string; previous_secret: object | null }[] }
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['active', 'expired', 'revoked']))
    expect(items.some(({ previous_secret }) => previous_secret !== null)).toBe(true)
    await server.stop('SIGTERM')

    const again = run('db:seed', place.dataDir, place.options)
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('already has accounts')])
    await place.remove()
  })
})

describe('npm run db:new', () => {
  let copy: string

  // The command writes into its working tree, so the tests run it in a copy.
  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'latchkey-copy-'))
    for (const entry of ['lib', 'prisma', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      cpSync(entry, path.join(copy, entry), { recursive: true })
    }
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  const written = (kind: string, suffix = '') => {
    const folder = path.join(copy, 'prisma/migrations', kind)
    const name = readdirSync(folder).find((entry) => entry.endsWith(`_add_nickname${suffix}`)) ?? ''
    return readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
  }

  it('writes nothing while the data model is unchanged', () => {
    const { stdout, stderr } = run('db:new', copy, { cwd: copy, args: ['add_nothing'] })
    expect({ stdout, stderr }).toEqual({ stdout: 'sqlite: nothing to do\npostgresql: nothing to do\n', stderr: '' })
  })

  it('writes one migration for both databases without connecting to either', () => {
    const schema = path.join(copy, 'prisma/schema.prisma')
    writeFileSync(
      schema,
      readFileSync(schema, 'utf8').replace(
        /^model User \{$/m,
        'model User {\n  nickname String?\n\n  @@index([nickname])\n',
      ),
    )
    const { stdout, stderr } = run('db:new', copy, { cwd: copy, args: ['add_nickname'] })
    expect([stdout, stderr]).toEqual([expect.stringMatching(/Expand: .*\n.*Backfill: .*\n.*Contract: /), ''])
    expect(written('sqlite')).toContain('ALTER TABLE "account" ADD COLUMN "nickname" TEXT')
    expect(written('postgresql')).toMatch(
      /^BEGIN;[^]*ALTER TABLE "account" ADD COLUMN\s+"nickname" TEXT;[^]*COMMIT;\n$/,
    )
    expect(written('postgresql', '_indexes')).toContain('CREATE INDEX CONCURRENTLY "account_nickname_idx"')
  })

  it.each(databaseKinds)('writes what applies on %s', async (kind) => {
    const place = await newEmptyPlace(kind)
    const { stdout, stderr } = run('db:migrate', place.dataDir, { ...place.options, cwd: copy })
    expect([stdout, stderr]).toEqual([expect.stringMatching(/_add_nickname(?:_indexes)?\n$/), ''])
    const [index] = await place.rows(
      kind === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE name = 'account_nickname_idx'`
        : `SELECT indexname AS name FROM pg_indexes JOIN pg_index ON indexrelid = indexname::regclass AND indisvalid
           WHERE indexname = 'account_nickname_idx'`,
    )
    expect(index).toEqual({ name: 'account_nickname_idx' })
    await place.remove()
  })

  it('rejects an invalid name', () => {
    const { status, stderr } = run('db:new', copy, { cwd: copy, args: ['Add Nickname'] })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Name the migration in lowercase words: npm run db:new -- add_token_usage\n',
    })
  })
})
