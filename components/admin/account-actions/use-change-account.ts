'use client'

import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import type { ManagedAccount, ChangeAccountInput } from '@/lib/domain/admin/accounts/schema'

/** Returns a function that changes an account and resolves to its new state. */
export function useChangeAccount() {
  const callSignedIn = useCallSignedIn()
  return async ({ id }: Pick<ManagedAccount, 'id'>, body: ChangeAccountInput): Promise<ManagedAccount> => {
    const { changeAccountContract } = await import('@/lib/domain/admin/accounts/contract')
    return callSignedIn(changeAccountContract, { params: { id }, body })
  }
}
