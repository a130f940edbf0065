import type { Account } from '@/lib/domain/accounts/account-store'
import type { Principal } from '@/lib/keys/principal'
import { authenticateKey } from '@/lib/domain/tokens/authenticate-key'
import type { TokenSecret } from '@/lib/keys/token-key'
import { newAccount, newToken } from '@/test/support/factories'

/** Creates an administrator with an app that has just confirmed the password. */
export async function newAdmin(): Promise<{ account: Account; id: string; key: string }> {
  const account = await newAccount({ isAdmin: true })
  return { account, ...(await newToken(account, 'device')) }
}

/**
 * Returns the principal of an app’s key as of now. A request keeps this principal, whatever happens to the account
 * later.
 */
export async function principalOf(key: string): Promise<Principal> {
  return authenticateKey({ key: key as TokenSecret, kind: 'device', via: 'authorization' })
}
