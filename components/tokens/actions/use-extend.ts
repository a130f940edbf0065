'use client'

import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { instantInZone } from '@/components/tokens/create/describe-end'
import { tokensTexts } from '@/components/tokens/texts'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Returns a function that extends a token with one click. */
export function useExtend() {
  const callSignedIn = useCallSignedIn()
  const act = useDirectAction()
  const timeZone = useTimeZone()
  return ({ id, name }: Pick<TokenView, 'id' | 'name'>, expires_in_seconds: number) =>
    act(async () => {
      const { extendTokenContract } = await import('@/lib/domain/tokens/contract')
      const body = { expires_in_seconds }
      const { expires_at } = await callSignedIn(extendTokenContract, { params: { id }, body })
      return tokensTexts.extend.done(name, instantInZone(expires_at ?? '', timeZone))
    })
}
