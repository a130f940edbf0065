import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrations/migrations'
import '@/test/support/database/database-template'
import { createScratchDatabase } from '@/test/support/database/postgres'

/** Creates the migrated PostgreSQL database of this run. The returned function drops it and its copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-postgresql-'))
  const template = await createScratchDatabase()
  const remove = async () => {
    rmSync(scratch, { recursive: true, force: true })
    await template.drop()
  }
  await migrate(template.url).catch(async (error: unknown) => {
    await remove()
    throw error
  })
  project.provide('databaseTemplate', { url: template.url, scratch })
  return remove
}
