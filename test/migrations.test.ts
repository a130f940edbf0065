import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrationFolderProblems, migrationProblems } from '@/scripts/check-migrations.mjs'
import { splitConcurrentIndexes } from '@/scripts/split-concurrent-indexes.mjs'

describe('the check of migrations', () => {
  it('passes the migrations of this project', () => {
    expect(migrationFolderProblems('prisma/migrations')).toEqual([])
  })

  it.each([
    'CREATE TABLE "new_token" ("id" TEXT NOT NULL PRIMARY KEY)',
    'ALTER TABLE "token" DROP COLUMN "name"',
    'ALTER TABLE "token" RENAME COLUMN "name" TO "title"',
    'ALTER TABLE "token" RENAME TO "key"',
    'DROP TABLE "token"',
    'UPDATE "token" SET "name" = \'\'',
    'DELETE FROM "token"',
    'INSERT INTO "token" SELECT * FROM "old"',
  ])('rejects %s on SQLite, unless a comment allows it', (statement) => {
    expect(migrationProblems(`-- Some words\n\nSELECT 1;\n\n${statement};\n`, 'sqlite')).toEqual([
      expect.stringMatching(/^5: /),
    ])
    expect(migrationProblems(`-- allowed: no version uses it any more\n${statement};\n`, 'sqlite')).toEqual([])
  })

  it.each([
    'ALTER TABLE "token" ADD COLUMN "note" TEXT',
    'CREATE TABLE "note" ("id" TEXT NOT NULL PRIMARY KEY)',
    'CREATE INDEX "token_note_idx" ON "token"("note")',
    'DROP INDEX "token_note_idx"',
  ])('accepts %s on SQLite', (statement) => {
    expect(migrationProblems(`${statement};\n`, 'sqlite')).toEqual([])
  })

  it.each([
    ['CREATE INDEX "token_note_idx" ON "token"("note")', 'require-concurrent-index-creation'],
    ['ALTER TABLE "token" ALTER COLUMN "name" TYPE INTEGER', 'changing-column-type'],
    ['ALTER TABLE "token" ADD COLUMN "note" TEXT NOT NULL', 'adding-required-field'],
    ['ALTER TABLE "token" DROP COLUMN "name"', 'ban-drop-column'],
    ['ALTER TABLE "token" RENAME COLUMN "name" TO "title"', 'renaming-column'],
    ['UPDATE "token" SET "name" = \'\'', 'by a backfill'],
  ])('rejects %s on PostgreSQL', (statement, reason) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(path.join(folder, 'sqlite'))
    mkdirSync(path.join(folder, 'postgresql/20991231000000_later'), { recursive: true })
    writeFileSync(path.join(folder, 'postgresql/20991231000000_later/migration.sql'), `${statement};\n`)
    expect(migrationFolderProblems(folder).join('\n')).toContain(reason)
  })
})

describe('a new migration for PostgreSQL', () => {
  it('builds the indexes of existing tables outside the transaction, while requests run', () => {
    const column = '-- AlterTable\nALTER TABLE "token" ADD COLUMN "note" TEXT;\n'
    const table = '-- CreateTable\nCREATE TABLE "note" (\n    "id" TEXT NOT NULL\n);\n'
    const ownIndex = '-- CreateIndex\nCREATE INDEX "note_id_idx" ON "note"("id");\n'
    const newIndex = '-- CreateIndex\nCREATE UNIQUE INDEX "token_note_key" ON "token"("note");\n'
    const oldIndex = '-- DropIndex\nDROP INDEX "token_name_idx";\n'
    const { transactional, concurrent } = splitConcurrentIndexes(
      [oldIndex, column, table, newIndex, ownIndex].join('\n'),
    )
    expect(transactional).toBe([column, table, ownIndex].join('\n'))
    expect(concurrent.split('\n').filter((line) => line !== '' && !line.startsWith('--'))).toEqual([
      "SET lock_timeout = '1min';",
      'DROP INDEX CONCURRENTLY IF EXISTS "token_name_idx";',
      'DROP INDEX CONCURRENTLY IF EXISTS "token_note_key";',
      'CREATE UNIQUE INDEX CONCURRENTLY "token_note_key" ON "token"("note");',
      'RESET lock_timeout;',
    ])
  })

  it('is one file when no existing table gets an index', () => {
    const sql = '-- AlterTable\nALTER TABLE "token" ADD COLUMN "note" TEXT;\n'
    expect(splitConcurrentIndexes(sql)).toEqual({ transactional: sql, concurrent: '' })
  })
})
