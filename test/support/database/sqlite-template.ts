import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrations/migrations'
import '@/test/support/database/database-template'

/** Creates the migrated SQLite file of this run. The returned function removes it and its copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-sqlite-'))
  const url = `file:${path.join(scratch, 'template.db')}`
  const remove = () => rmSync(scratch, { recursive: true, force: true })
  await migrate(url).catch((error: unknown) => {
    remove()
    throw error
  })
  project.provide('databaseTemplate', { url, scratch })
  return remove
}
