import { findAccountForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import type { PreviewAccountRevocationInput } from '@/lib/domain/admin/accounts/schema'
import { previewOwnersRevocation } from '@/lib/domain/admin/tokens/preview-owners-revocation'
import type { RevocationPreview } from '@/lib/domain/admin/tokens/schema'
import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { kindsEnded } from '@/lib/domain/admin/accounts/kinds-ended'

/**
 * Shows what revoking everything of an account would affect, expired tokens included. Revokes nothing.
 * @throws AppError account_not_found
 */
export async function previewAccountRevocation(
  _admin: Principal,
  id: string,
  { keep_personal_tokens: keepsPersonal }: PreviewAccountRevocationInput,
): Promise<RevocationPreview> {
  const account = await findAccountForAdmin(id)
  if (account === null) throw new AppError('account_not_found')
  return previewOwnersRevocation(account, kindsEnded(keepsPersonal))
}
