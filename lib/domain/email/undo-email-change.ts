import { replaceEmail } from '@/lib/domain/accounts/replace-email'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { codeInvalid, redeemCode } from '@/lib/domain/codes/one-time-code'
import { transaction } from '@/lib/db/transaction'
import type { CurrentEmail } from '@/lib/domain/email/schema'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

/**
 * Gives an account its old address back, once, and revokes its sessions, apps and API clients, which signs out the
 * person who changed the address. Links to addresses that it had in the meantime stop working.
 * @throws AppError code_invalid, email_taken
 */
export async function undoEmailChange(key: string): Promise<CurrentEmail> {
  return transaction(async (tx) => {
    const { userId, subject: email, createdAt } = await redeemCode(tx, 'undo_email_change', key, '/key')
    if (userId === null || email === null || (await replaceEmail(tx, userId, email)) === null) {
      throw codeInvalid('/key')
    }
    await dropCodes(tx, userId, ['verify_email', 'reset_password', 'confirm_email_change'])
    await dropCodes(tx, userId, ['undo_email_change'], createdAt)
    const revoked = await endTokens(tx, { userId }, { kinds: ['session', 'device', 'refresh'] }, 'signed_out')
    const target = { type: 'account', id: userId } as const
    const details = { revoked }
    await recordAudit(tx, { action: 'account.email_change_undone', actor: { userId }, userId, target, details })
    return { email }
  })
}
