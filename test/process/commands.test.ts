import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteApi } from '@/test/support/remote-api'
import { databaseKinds, newEmptyPlace, newScratchPlace } from '@/test/support/scratch-place'
import { serverEnvironment } from '@/test/support/server-environment'
import { startForTest } from '@/test/support/start-for-test'

const run = (script: string, dataDir: string, { cwd = '.', databaseUrl = '', args = [] as string[] } = {}) =>
  spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd,
    encoding: 'utf8',
    env: serverEnvironment({ port: 1, dataDir, ...(databaseUrl !== '' && { databaseUrl }) }),
  })

describe.each(databaseKinds)('npm start on %s, once it was built', (kind) => {
  it('builds nothing again, says where to go, serves, and ends in order', async () => {
    const place = await newScratchPlace(kind)
    const server = await startForTest({ ...place.options, command: ['npm', 'start'] })
    const { deviceKey } = await remoteApi(server.origin).newPerson('ada')
    expect((await remoteApi(server.origin).verify(deviceKey)).status).toBe(200)
    expect(await server.stop('SIGTERM')).toBe(0)
    expect(server.stdout()).not.toMatch(/building|generating|installing/)
    expect(server.stdout()).toMatch(/create the first administrator on http:\/\/localhost:\d+\/setup/)
    expect(server.stdout()).toMatch(/ready on http:\/\/localhost:\d+\n/)
    await place.remove()
  })
})

describe('npm run dev', () => {
  it('is the same server: the pages, the API and the guards before them', async () => {
    const server = await startForTest({ command: ['npm', 'run', 'dev'] })
    const api = remoteApi(server.origin)
    const { deviceKey } = await api.newPerson('ada')
    expect((await api.verify(deviceKey)).status).toBe(200)
    const page = await api.get('/login')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain("object-src 'none'")
    expect(page.text).toContain('Sign in')
    expect(await server.stop('SIGTERM')).toBe(0)
    // It compiles what it is asked for.
  }, 180_000)
})

describe.each(databaseKinds)('npm run db:migrate on %s', (kind) => {
  it('brings an empty database to the newest schema, once', async () => {
    const place = await newEmptyPlace(kind)
    const first = run('db:migrate', place.dataDir, place.options)
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(new RegExp(`^${kind}: applied \\d+_skeleton, `))
    expect(run('db:migrate', place.dataDir, place.options).stdout).toBe(`${kind}: up to date\n`)
    expect(await place.rows('SELECT username FROM account')).toEqual([])
    await place.remove()
  })
})

describe('npm run db:new', () => {
  let copy: string

  // It writes into the tree that it runs in.
  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'latchkey-copy-'))
    for (const entry of ['lib', 'prisma', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      cpSync(entry, path.join(copy, entry), { recursive: true })
    }
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  const written = (kind: string) => {
    const folder = path.join(copy, 'prisma/migrations', kind)
    const name = readdirSync(folder).find((entry) => entry.endsWith('_add_nickname')) ?? ''
    return readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
  }

  it('has nothing to write while the data model is as it was', () => {
    const { stdout, stderr } = run('db:new', copy, { cwd: copy, args: ['add_nothing'] })
    expect({ stdout, stderr }).toEqual({ stdout: 'sqlite: nothing to do\npostgresql: nothing to do\n', stderr: '' })
  })

  it('writes one migration for both databases, without either, and it applies', () => {
    const schema = path.join(copy, 'prisma/schema.prisma')
    writeFileSync(
      schema,
      readFileSync(schema, 'utf8').replace(/^model User \{$/m, 'model User {\n  nickname String?\n'),
    )
    expect(run('db:new', copy, { cwd: copy, args: ['add_nickname'] }).stderr).toBe('')
    expect(written('sqlite')).toContain('ALTER TABLE "account" ADD COLUMN "nickname" TEXT')
    expect(written('postgresql')).toMatch(
      /^BEGIN;[^]*ALTER TABLE "account" ADD COLUMN\s+"nickname" TEXT;[^]*COMMIT;\n$/,
    )
    expect(run('db:migrate', path.join(copy, 'data'), { cwd: copy }).stdout).toMatch(/_add_nickname\n$/)
  })

  it('refuses a name that is no name', () => {
    const { status, stderr } = run('db:new', copy, { cwd: copy, args: ['Add Nickname'] })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Give a name of lower-case words: npm run db:new -- add_token_usage\n',
    })
  })
})
