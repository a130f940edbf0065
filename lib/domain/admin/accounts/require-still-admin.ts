import { actsForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import type { Administrator } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Lets pass who was let in as an administrator and still is one, with a token that is still good;
 * for what goes on longer than a request does. Whoever runs the server passes.
 * @throws AppError admin_required
 */
export async function requireStillAdmin(admin: Administrator): Promise<void> {
  if (admin !== null && !(await actsForAdmin(admin.tokenId))) throw new AppError('admin_required')
}
