import type { Account } from '@/lib/accounts/account-store'
import { newAccount, newToken } from '@/test/support/factories'

/** An administrator with a device that has just shown the password. */
export async function newAdmin(): Promise<{ account: Account; id: string; key: string }> {
  const account = await newAccount({ isAdmin: true })
  return { account, ...(await newToken(account, 'device')) }
}
