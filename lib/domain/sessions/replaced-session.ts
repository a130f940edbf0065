import { nowMs } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'
import { whyDead } from '@/lib/keys/why-dead'

/** A session, of any account, whose cookie a browser sends with a new sign-in. */
export interface ReplacedSession {
  userId: string
  tokenId: string
}

/** Finds the live sessions that these session cookies belong to. */
export async function findReplacedSessions(cookies: readonly string[]): Promise<ReplacedSession[]> {
  const sessions: ReplacedSession[] = []
  for (const cookie of cookies) {
    const parsed = parseKey(cookie)
    const row = parsed?.kind === 'session' ? await findSecret(digestTextOf(parsed.key)) : null
    if (row !== null && whyDead({ ...row, isActive: true }, nowMs()) === null) sessions.push(row)
  }
  return sessions
}

/** Revokes replaced sessions: the new cookie overwrites theirs, so nobody could sign them out later. */
export async function endReplacedSessions(tx: Db, sessions: readonly ReplacedSession[]): Promise<void> {
  for (const session of sessions) await endTokens(tx, session, { ids: [session.tokenId] }, 'replaced')
}
