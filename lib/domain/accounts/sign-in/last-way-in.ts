import { findAccountIn } from '@/lib/domain/accounts/account-store'
import { findUsableIdentities } from '@/lib/domain/authority/usable-identities'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import type { Db } from '@/lib/db/client'

/** What is about to be removed. */
type Removed = 'password' | { identityId: string }

/**
 * Returns whether an account can still sign in once a password or an identity is removed: with a password that it may
 * use, or with another identity of a configured provider. Lock the account’s row first, so that concurrent removals
 * are judged in turn.
 */
export async function hasOtherWayIn(tx: Db, userId: string, { without }: { without: Removed }): Promise<boolean> {
  const account = await findAccountIn(tx, userId)
  if (without !== 'password' && account !== null && hasUsablePassword(account)) return true
  const identities = await findUsableIdentities(tx, userId)
  return identities.some(({ id }) => without === 'password' || id !== without.identityId)
}
