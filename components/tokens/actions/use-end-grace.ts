'use client'

import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useDirectAction } from '@/components/shell/use-direct-action'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Ends the grace of the key that a rotation replaced. */
export function useEndGrace() {
  const callSignedIn = useCallSignedIn()
  const act = useDirectAction()
  return ({ id, name }: Pick<TokenView, 'id' | 'name'>) =>
    act(async () => {
      const { endTokenGraceContract } = await import('@/lib/domain/tokens/contract')
      await callSignedIn(endTokenGraceContract, { params: { id } })
      return `The old key of ${name} is refused from now on.`
    })
}
