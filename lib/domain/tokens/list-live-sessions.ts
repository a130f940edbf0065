import type { Db } from '@/lib/db/client'
import { findLiveSessions } from '@/lib/domain/tokens/token-end-store'

/** A live session, app or API client of an account. */
export interface LiveSession {
  id: string
  name: string
  kind: 'session' | 'device' | 'refresh'
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedAddress: string | null
}

/** Lists the live sessions, apps and API clients of an account, oldest first. Lock the account's row first. */
export async function listLiveSessions(tx: Db, userId: string): Promise<LiveSession[]> {
  const rows = await findLiveSessions(tx, userId)
  return rows.map((row) => ({ ...row, kind: row.kind as LiveSession['kind'] }))
}
