import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { COMMANDS } from '@/cli/commands'
import { keepSignIn } from '@/cli/remote/sign-in-file'
import { runCommandLine } from '@/cli/run-command-line'
import { database } from '@/lib/db/client'
import { instanceSecret } from '@/lib/base/instance-secret'
import { secretFingerprint } from '@/lib/domain/service/secret-fingerprint'
import { newInstance } from '@/test/support/factories'
import { withDatabaseAt } from '@/test/support/database/with-database-at'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-commands-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

async function latchkey(...args: string[]) {
  const said: string[] = []
  const warned: string[] = []
  const exitCode = await runCommandLine(COMMANDS, args, {
    say: (line) => said.push(line),
    write: async (text) => void said.push(text),
    warn: (line) => warned.push(line),
  })
  return { exitCode, said: said.join('\n'), warned: warned.join('\n') }
}

/** Switches to a database that lacks the last migration. `rows` counts the rows of its main tables. */
function withOlderDatabase() {
  const dataDir = path.join(folder, 'older')
  const file = path.join(dataDir, 'latchkey.db')
  mkdirSync(dataDir)
  copyFileSync(inject('databaseTemplate').url.replace(/^file:/, ''), file)
  withDatabaseAt({ DATA_DIR: dataDir })
  const connection = new Database(file)
  onTestFinished(() => void connection.close())
  connection.exec('DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)')
  const counts = ['_prisma_migrations', 'instance', 'signing_key'].map((table) => `(SELECT count(*) FROM ${table})`)
  connection.prepare('INSERT INTO instance (id, secret_fingerprint, created_at) VALUES (1, ?, 0)').run(secretFingerprint(instanceSecret()))
  return { rows: () => connection.prepare(`SELECT ${counts.join(', ')}`).raw().get() }
} // prettier-ignore

/** Returns what doctor found for one check, and its exit code. */
async function doctorOn(check: string) {
  const { exitCode, said } = await latchkey('doctor', '--json')
  const { findings } = JSON.parse(said) as { findings: { check: string; state: string; detail: string }[] }
  const { state, detail } = findings.find((finding) => finding.check === check) ?? {}
  return { exitCode, state, detail }
}

describe('a command', () => {
  it.each([
    ['users', 'list'],
    ['audit', 'export'],
    ['keys', 'rotate'],
    ['invite'],
    ['invalidate-before', '2026-01-01T00:00:00Z'],
    ['create-user', '--username', 'maya', '--email', 'maya@example.com'],
  ])('leaves an older database unchanged, and says what to do: %s %s', async (...args) => {
    const { rows } = withOlderDatabase()
    const before = rows()
    const { exitCode, warned } = await latchkey(...args)
    expect([exitCode, warned]).toEqual([1, expect.stringMatching(/^latchkey: [^\n]*npm run db:migrate[^\n]*$/)])
    expect(rows()).toEqual(before)
  })

  it('backs up an older database, and says after the restore that it is older', async () => {
    withOlderDatabase()
    expect((await latchkey('backup', path.join(folder, 'backup'))).exitCode).toBe(0)
    withSettings({ DATA_DIR: path.join(folder, 'elsewhere') })
    const { said, warned } = await latchkey('restore', path.join(folder, 'backup'))
    expect(said).toMatch(/npm run db:migrate\n[^]*npm run latchkey -- invalidate-before/)
    expect(warned).toMatch(/restore: copying \d+\.\d MB\n.*restore: checking the copy/)
  })

  it('creates neither a database nor a secret if there is none', async () => {
    withDatabaseAt({ DATA_DIR: folder })
    withSettings({ LATCHKEY_SECRET: '' })
    withSingleton('instance-secret', undefined)
    const { exitCode, warned } = await latchkey('users', 'list')
    expect([exitCode, warned]).toEqual([1, expect.stringMatching(/^latchkey: there is no database yet[^\n]*$/)])
    expect(readdirSync(folder)).toEqual([])
  })

  it('records a backup in the audit log, and when it was made', async () => {
    await newInstance()
    expect(await latchkey('backup', path.join(folder, 'backup'))).toMatchObject({
      exitCode: 0,
      warned: expect.not.stringContaining('not recorded'),
    })
    expect((await database().instance.findFirstOrThrow()).backedUpAt).not.toBeNull()
    expect(await database().auditEvent.findMany()).toMatchObject([{ action: 'backup.created', actorUserId: null }])
  })

  it('writes nothing if it only reads', async () => {
    await newInstance()
    expect((await latchkey('users', 'list')).exitCode).toBe(0)
    expect(await database().signingKey.count()).toBe(0)
  })

  it('rejects the secret of another database', async () => {
    await newInstance()
    await database().instance.updateMany({ data: { secretFingerprint: new Uint8Array(32) } })
    expect((await latchkey('users', 'list')).warned).toMatch(/LATCHKEY_SECRET does not match this database/)
  })
})

describe('tokens list', () => {
  beforeEach(() => void vi.stubEnv('XDG_CONFIG_HOME', folder))
  afterEach(() => void vi.unstubAllEnvs())

  it('stays the operator’s where there is a database, unless your own tokens or a server are named', async () => {
    await newInstance()
    keepSignIn('http://127.0.0.1:1', 'a token of yours')
    expect(await latchkey('tokens', 'list')).toEqual({ exitCode: 0, said: 'No results', warned: '' })
    for (const args of [['--mine'], ['--server', 'http://127.0.0.1:1'], ['--server=http://127.0.0.1:1/']]) {
      const { exitCode, warned } = await latchkey('tokens', 'list', ...args)
      expect([exitCode, warned]).toEqual([1, expect.stringMatching(/your tokens on http:\/\/127\.0\.0\.1:1\n.*can’t be reached/)])
    }
  })

  it('is for your own tokens where there is no database', async () => {
    withDatabaseAt({ DATA_DIR: path.join(folder, 'nowhere') })
    const { exitCode, warned } = await latchkey('tokens', 'list')
    expect([exitCode, warned]).toEqual([1, expect.stringMatching(/^latchkey: you aren’t signed in to a server/)])
  })

  it('explains both uses', async () => {
    const { said } = await latchkey('tokens', 'list', '--help')
    expect(said).toMatch(/List the tokens of all accounts\.[^]*--unused-since[^]*List your tokens\.[^]*--mine/)
  })
}) // prettier-ignore

describe('doctor exits with 1 if', () => {
  it('a migration is pending', async () => {
    const { rows } = withOlderDatabase()
    const before = rows()
    const found = await doctorOn('migrations')
    expect(found).toMatchObject({ exitCode: 1, state: 'bad', detail: expect.stringContaining('npm run db:migrate') })
    expect(rows()).toEqual(before)
  })

  it('the database is missing', async () => {
    withDatabaseAt({ DATA_DIR: folder })
    expect(await doctorOn('database')).toMatchObject({ exitCode: 1, state: 'bad' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('the database is unreachable', async () => {
    const url = 'postgresql://latchkey:password@127.0.0.1:1/latchkey'
    withDatabaseAt({ DATABASE_URL: url, MIGRATE_DATABASE_URL: url })
    const found = await doctorOn('database')
    expect(found).toMatchObject({ exitCode: 1, state: 'bad', detail: expect.stringContaining('ECONNREFUSED') })
  })

  it('a password in a URL is not percent-encoded, and prints no part of it', async () => {
    withSettings({ SMTP_URL: 'smtp://latchkey:12#hunter2@mail.example.com' })
    const { said, warned } = await latchkey('doctor', '--json')
    expect(said).toMatch(/SMTP_URL is not a valid URL[^"]*percent-encoded/)
    expect(said + warned).not.toContain('hunter2')
  })

  it('the mail server is unreachable', async () => {
    await newInstance()
    withSettings({ SMTP_URL: 'smtp://127.0.0.1:1' })
    expect(await doctorOn('mail')).toMatchObject({ exitCode: 1, state: 'bad', detail: expect.stringContaining('ECONNREFUSED') })
  })
}) // prettier-ignore
