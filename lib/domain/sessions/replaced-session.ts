import { nowMs } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'
import { whyDead } from '@/lib/keys/why-dead'

/** A session whose cookie a browser brings to a new sign-in, of whatever account. */
export interface ReplacedSession {
  userId: string
  tokenId: string
}

/** The live sessions that the values of session cookies belong to. */
export async function findReplacedSessions(cookies: readonly string[]): Promise<ReplacedSession[]> {
  const sessions: ReplacedSession[] = []
  for (const cookie of cookies) {
    const parsed = parseKey(cookie)
    const row = parsed?.kind === 'session' ? await findSecret(digestTextOf(parsed.key)) : null
    if (row !== null && whyDead({ ...row, isActive: true }, nowMs()) === null) sessions.push(row)
  }
  return sessions
}

/** Revokes them: the cookie of the new sign-in overwrites theirs, and nobody could sign them out any more. */
export async function endReplacedSessions(tx: Db, sessions: readonly ReplacedSession[]): Promise<void> {
  for (const session of sessions) await endTokens(tx, session, { ids: [session.tokenId] }, 'replaced')
}
