import { replaceEmail } from '@/lib/accounts/replace-email'
import { recordAudit } from '@/lib/audit/record-audit'
import { dropCodes } from '@/lib/codes/drop-codes'
import { codeInvalid, redeemCode } from '@/lib/codes/one-time-code'
import { transaction } from '@/lib/db/transaction'
import type { CurrentEmail } from '@/lib/email/schema'
import { endTokens } from '@/lib/tokens/end-tokens'

/**
 * Gives an account its old address back, once, and ends its sessions and devices: whoever
 * changed it is out. Links to addresses that it had since then stop working.
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
