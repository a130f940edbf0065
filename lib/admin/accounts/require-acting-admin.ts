import { isActiveAdmin, lockAdmins } from '@/lib/admin/accounts/managed-account-store'
import type { Principal } from '@/lib/auth/principal'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'

/**
 * Lets pass who is an administrator at this moment, and makes everybody wait who wants to change
 * that: who was one when the request came may have been demoted since. Whoever runs the server
 * passes. Call it before any row is taken, as all who change administrators do.
 * @throws AppError admin_required
 */
export async function requireActingAdmin(tx: Db, admin: Pick<Principal, 'userId'> | null): Promise<void> {
  await lockAdmins(tx)
  if (admin !== null && !(await isActiveAdmin(tx, admin.userId))) throw new AppError('admin_required')
}
