import path from 'node:path'
import Database from 'better-sqlite3'
import type { ServerProcess } from '@/test/support/server-process'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** Does something in the SQLite database of a server, behind its back. */
export function inDatabaseOf({ dataDir }: ServerProcess, sql: string, ...values: string[]): void {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { timeout: PATIENCE_MS })
  try {
    database.prepare(sql).run(...values)
  } finally {
    database.close()
  }
}
