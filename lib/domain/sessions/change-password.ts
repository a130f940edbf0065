import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import { replacePassword } from '@/lib/domain/accounts/replace-password'
import type { AccountView, ChangePasswordInput } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { replaceKey } from '@/lib/domain/tokens/renewal/renew-credential'
import type { TokenKind, TokenSecret } from '@/lib/keys/token-key'

/** The result of a password change. */
interface PasswordChange {
  user: AccountView
  /** The caller's new key; the key that it presented no longer works. */
  key: TokenSecret
  revoked: number
}

/**
 * Changes the password of the principal's account. Revokes every other session, app and API client, and personal tokens
 * too on request. The caller continues with a new key.
 * @throws AppError password_incorrect, invalid_input, busy
 */
export async function changePassword(
  principal: Principal<'session' | 'device'>,
  input: ChangePasswordInput,
): Promise<PasswordChange> {
  const { account, principal: confirmed } = await confirmPassword(principal, input.old_password, '/old_password')
  const newHash = await hashNewPassword(input.new_password, '/new_password', account)
  const { userId, tokenId } = principal
  const kinds: TokenKind[] = ['session', 'device', 'refresh']
  if (input.revoke_personal_tokens === true) kinds.push('personal')
  return transactionAs(confirmed, async (tx) => {
    await replacePassword(tx, account, newHash)
    const revoked = await endTokens(tx, principal, { kinds, except: tokenId }, 'password_changed')
    const key = await replaceKey(tx, principal)
    // An intruder may have requested these links while they had access.
    await dropCodes(tx, userId, ['reset_password', 'confirm_email_change'])
    await recordAudit(tx, {
      action: 'account.password_changed',
      actor: principal,
      userId,
      target: { type: 'account', id: userId },
      details: { revoked },
    })
    await notifyOwner(tx, userId, 'password_changed', {})
    return { user: presentAccount(account), key, revoked }
  })
}
