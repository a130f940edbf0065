import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrations'
import '@/test/support/database-template'

/** Makes the migrated SQLite file of this run; the returned function removes it and its copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-sqlite-'))
  const url = `file:${path.join(scratch, 'template.db')}`
  await migrate(url)
  project.provide('databaseTemplate', { url, scratch })
  return () => rmSync(scratch, { recursive: true, force: true })
}
