import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, pendingMigrations, schemaDrift, unmigratedSql } from '@/lib/db/migrations/migrations'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { settings } from '@/lib/base/env'
import { createScratchDatabase } from '@/test/support/database/postgres'

const kind = process.env['DATABASE_KIND'] === 'sqlite' ? 'sqlite' : 'postgresql'

/** Creates an empty database and returns its URL. */
async function emptyDatabase(): Promise<string> {
  if (kind === 'postgresql') {
    const { url, drop } = await createScratchDatabase()
    onTestFinished(drop)
    return url
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-empty-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return `file:${path.join(folder, 'empty.db')}`
}

describe('the migrations', { timeout: 60_000 }, () => {
  it('produce exactly the schema of schema.prisma', async () => {
    expect(await unmigratedSql(settings().databaseUrl)).toBe('')
  })

  it('leave a real database with exactly that schema', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    expect(await schemaDrift(url)).toBe('')
  })

  it('are applied only once', async () => {
    const url = await emptyDatabase()
    expect(await pendingMigrations(url)).toEqual(migrationNames(kind))
    expect(await migrate(url)).toEqual(migrationNames(kind))
    expect(await pendingMigrations(url)).toEqual([])
    expect(await migrate(url)).toEqual([])
  })
})
