import { findIdentitiesAt, type StoredIdentity } from '@/lib/domain/authority/authority-store'
import { settings } from '@/lib/base/env'
import type { Db } from '@/lib/db/client'

/** Returns the identities of an account that can sign it in: those at a configured provider. */
export async function findUsableIdentities(db: Db, userId: string): Promise<StoredIdentity[]> {
  const providerIds = settings().providers.map(({ id }) => id)
  return findIdentitiesAt(db, userId, providerIds)
}
