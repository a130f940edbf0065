import { inDatabaseOf } from '@/e2e/support/in-database-of'
import type { TestAccount } from '@/e2e/support/accounts'
import type { ServerProcess } from '@/test/support/servers/server-process'

/** Sets the last password confirmation of all sessions of an account far into the past. */
export function ageSessions(server: ServerProcess, account: TestAccount): void {
  inDatabaseOf(
    server,
    `UPDATE token SET auth_time = '2020-01-01T00:00:00.000+00:00' WHERE kind = 'session' AND user_id = ?`,
    account.id,
  )
}
