import path from 'node:path'
import Database from 'better-sqlite3'
import type { ServerProcess } from '@/test/support/server-process'

/** Makes the account of a username an administrator's, behind the back of its server. */
export function makeAdministrator({ dataDir }: ServerProcess, username: string): void {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { timeout: 10_000 })
  try {
    database.prepare('UPDATE account SET is_admin = 1 WHERE username = ?').run(username)
  } finally {
    database.close()
  }
}
