import { kindsEnded } from '@/lib/domain/admin/accounts/kinds-ended'
import { lockAccountForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import type { RevokeAccountTokensInput } from '@/lib/domain/admin/accounts/schema'
import { markManagedTokensRevoked } from '@/lib/domain/admin/tokens/mark-managed-tokens-revoked'
import type { Principal } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Revokes all tokens of an account, optionally keeping personal tokens.
 * @returns how many tokens were revoked
 * @throws AppError account_not_found, admin_required
 */
export async function revokeAccountTokens(
  admin: Principal,
  id: string,
  { keep_personal_tokens: keepsPersonal, reason = 'unspecified' }: RevokeAccountTokensInput,
): Promise<{ revoked: number }> {
  const revoked = await transactionAsAdmin(admin, async (tx) => {
    if ((await lockAccountForAdmin(tx, id)) === null) throw new AppError('account_not_found')
    return markManagedTokensRevoked(tx, admin, { ownerId: id, kinds: kindsEnded(keepsPersonal) }, reason)
  })
  return { revoked }
}
