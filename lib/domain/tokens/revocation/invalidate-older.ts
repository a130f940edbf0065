import { recordAudit, recordAudits } from '@/lib/domain/audit/record-audit'
import { dropOlderCodes } from '@/lib/domain/codes/drop-codes'
import { now } from '@/lib/base/clock'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/base/errors/app-error'
import { replaceOlderSigningKey } from '@/lib/domain/signing-keys/keep-signing-keys'
import {
  countOlderForAdmin,
  endOlderGraceForAdmin,
  markOlderRevokedForAdmin,
} from '@/lib/domain/tokens/token-end-store'

const BATCH_SIZE = 500

/** How many credentials were invalidated. */
export interface Invalidated {
  tokens: number
  /** Replaced keys that were still in their grace period. */
  superseded_keys: number
  /** Links in emails, invitations, and codes of devices. */
  codes: number
  /** Whether a new key will sign JWTs. */
  signing_key_replaced: boolean
}

/**
 * Invalidates every credential that was created before an instant. The operator runs this after restoring an older
 * backup, in which tokens revoked since then work again. A token whose key was replaced after the instant stays valid,
 * unless it is a refresh family. Works in short transactions, each token with its row in the audit log; a second run
 * does nothing. Calls `onProgress` with the number of tokens done and the total.
 * @throws AppError invalid_input for an instant in the future, store_unavailable
 */
export async function invalidateOlder(
  before: Date,
  onProgress: (done: number, total: number) => void,
): Promise<Invalidated> {
  if (before > now()) throw new AppError('invalid_input', { detail: 'The time must not be in the future' })
  const total = await countOlderForAdmin(before)
  const first = await endCodes(before)
  let tokens = 0
  for (;;) {
    const { changed, isLast } = await endBatch(before)
    tokens += changed.length
    onProgress(tokens, Math.max(total, tokens))
    if (isLast) break
  }
  return { tokens, ...first, signing_key_replaced: await replaceOlderSigningKey(before) }
}

/** Runs first: an old link could take over an account again. */
async function endCodes(before: Date): Promise<{ codes: number; superseded_keys: number }> {
  return transaction(async (tx) => {
    const ended = { codes: await dropOlderCodes(tx, before), superseded_keys: await endOlderGraceForAdmin(tx, before) }
    await recordAudit(tx, {
      action: 'credentials.invalidated',
      actor: null,
      userId: null,
      target: { type: 'instance', id: '1' },
      details: { before: before.toISOString(), ...ended },
    })
    return ended
  })
}

async function endBatch(before: Date) {
  return transaction(async (tx) => {
    const batch = await markOlderRevokedForAdmin(tx, before, BATCH_SIZE)
    const details = { reason: 'administrator', made_before: before.toISOString() }
    await recordAudits(
      tx,
      batch.changed.map(({ id, userId }) => {
        return { action: 'token.revoked', actor: null, userId, target: { type: 'token', id }, details }
      }),
    )
    return batch
  })
}
