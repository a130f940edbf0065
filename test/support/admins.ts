import type { Account } from '@/lib/domain/accounts/account-store'
import type { Principal } from '@/lib/keys/principal'
import { authenticateKey } from '@/lib/domain/tokens/authenticate-key'
import type { TokenSecret } from '@/lib/keys/token-key'
import { newAccount, newToken } from '@/test/support/factories'

/** An administrator with a device that has just shown the password. */
export async function newAdmin(): Promise<{ account: Account; id: string; key: string }> {
  const account = await newAccount({ isAdmin: true })
  return { account, ...(await newToken(account, 'device')) }
}

/** Who the key of a device stands for at this moment; what a request goes on with whatever happens to him. */
export async function principalOf(key: string): Promise<Principal> {
  return authenticateKey({ key: key as TokenSecret, kind: 'device', via: 'authorization' })
}
