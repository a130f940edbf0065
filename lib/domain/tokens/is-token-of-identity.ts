import type { Db } from '@/lib/db/client'
import { countTokensOfIdentity } from '@/lib/domain/tokens/token-store'

/** Returns whether an identity signed in this token of this owner. */
export async function isTokenOfIdentity(tx: Db, userId: string, id: string, identityId: string): Promise<boolean> {
  return (await countTokensOfIdentity(tx, userId, id, identityId)) > 0
}
