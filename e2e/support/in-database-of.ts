import path from 'node:path'
import Database from 'better-sqlite3'
import type { ServerProcess } from '@/test/support/servers/server-process'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** Runs a statement directly in a server’s SQLite database, behind the server’s back. */
export function inDatabaseOf({ dataDir }: ServerProcess, sql: string, ...values: string[]): void {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { timeout: PATIENCE_MS })
  try {
    database.prepare(sql).run(...values)
  } finally {
    database.close()
  }
}
