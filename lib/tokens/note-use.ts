import { log } from '@/lib/log'
import { singleton } from '@/lib/singleton'
import { recordUse, type SecretRow } from '@/lib/tokens/token-store'

const USE_RECORDED_EVERY_MS = 60_000

/** The tokens of which a use is being written at this moment. */
const pending = () => singleton('uses-being-noted', () => new Set<string>())

/**
 * Notes that a secret was used, at most once a minute for each token. Nobody waits for it,
 * and a use that cannot be written does not fail.
 */
export function noteUse(row: SecretRow, at: Date, address: string | null): void {
  const { id, lastUsedAt } = row.token
  const staleBefore = new Date(at.getTime() - USE_RECORDED_EVERY_MS)
  if ((lastUsedAt !== null && lastUsedAt > staleBefore) || pending().has(id)) return
  pending().add(id)
  recordUse(row, at, staleBefore, address)
    .catch((err: unknown) => log().warn({ err, token_id: id }, 'use of a token was not recorded'))
    .finally(() => pending().delete(id))
}
