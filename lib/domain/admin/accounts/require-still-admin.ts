import { actsForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import type { Administrator } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Requires that an administrator still is one and that the token is still live, for work that outlasts the check at the
 * start of its request. The operator always passes.
 * @throws AppError admin_required
 */
export async function requireStillAdmin(admin: Administrator): Promise<void> {
  if (admin !== null && !(await actsForAdmin(admin.tokenId))) throw new AppError('admin_required')
}
