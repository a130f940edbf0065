import { confirmEmail } from '@/lib/domain/accounts/profile/confirm-email'
import { findActiveAccount } from '@/lib/domain/accounts/find-active-account'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { setPassword } from '@/lib/domain/accounts/sign-in/set-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { codeInvalid, peekCode, redeemCode } from '@/lib/domain/codes/one-time-code'
import { transaction } from '@/lib/db/transaction'
import type { ConfirmResetInput } from '@/lib/domain/recovery/schema'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import type { TokenKind } from '@/lib/keys/token-key'

/**
 * Sets a new password by a one-time link, without signing in. Revokes every session, app and API client, and personal
 * tokens unless they are kept, and lifts a lock. A link that was sent by email also confirms the address.
 * @returns how many tokens were revoked
 * @throws AppError code_invalid, invalid_input, busy
 */
export async function confirmReset(input: ConfirmResetInput): Promise<{ revoked: number }> {
  const { uid: userId, token, new_password: password } = input
  const { userId: owner } = await peekCode('reset_password', token, '/token')
  const account = owner === userId ? await findActiveAccount(userId) : null
  if (account === null) throw codeInvalid('/token')
  const hash = await hashNewPassword(password, '/new_password', account)
  const kinds: TokenKind[] = ['session', 'device', 'refresh']
  if (input.keep_personal_tokens !== true) kinds.push('personal')
  return transaction(async (tx) => {
    const code = await redeemCode(tx, 'reset_password', token, '/token')
    if (!(await setPassword(tx, userId, hash))) throw codeInvalid('/token')
    await confirmEmail(tx, userId, code.subject ?? '')
    await dropCodes(tx, userId, ['reset_password', 'verify_email', 'confirm_email_change'])
    const revoked = await endTokens(tx, { userId }, { kinds }, 'password_changed')
    const target = { type: 'account', id: userId } as const
    const details = { revoked }
    await recordAudit(tx, { action: 'account.password_reset', actor: { userId }, userId, target, details })
    await notifyOwner(tx, userId, 'password_changed', {})
    return { revoked }
  })
}
