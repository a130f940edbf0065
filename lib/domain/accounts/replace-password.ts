import { replacePasswordHash, type Account } from '@/lib/domain/accounts/account-store'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Replaces the hash that the request's password was verified against. If a concurrent request changed it first, that
 * password is no longer correct.
 * @throws AppError password_incorrect
 */
export async function replacePassword(tx: Db, account: Account, newHash: PasswordHash): Promise<void> {
  const current = account.passwordHash as PasswordHash | null
  if (current !== null && (await replacePasswordHash(tx, account.id, current, newHash))) {
    return dropTickets(tx, account.id)
  }
  const detail = 'Your password was just changed elsewhere. Enter the new one.'
  throw new AppError('password_incorrect', { detail, errors: [{ pointer: '/old_password', detail }] })
}
