import type { Db } from '@/lib/db/client'
import { findLiveSessions } from '@/lib/domain/tokens/token-end-store'

/** A session, device or refresh family that can act for its account. */
export interface LiveSession {
  id: string
  name: string
  kind: 'session' | 'device' | 'refresh'
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedAddress: string | null
}

/** The live sessions, devices and refresh families of an account, oldest first. Take the account's row before. */
export async function listLiveSessions(tx: Db, userId: string): Promise<LiveSession[]> {
  const rows = await findLiveSessions(tx, userId)
  return rows.map((row) => ({ ...row, kind: row.kind as LiveSession['kind'] }))
}
