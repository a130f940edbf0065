'use client'

import { instantInZone } from '@/components/tokens/create/describe-end'
import { whatsNext } from '@/components/tokens/page/whats-next'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** What will happen to a token, in sentences, with times in the viewer’s time zone. */
export function NextSteps({ token, isMailed }: { token: TokenView; isMailed: boolean }) {
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const sentences = whatsNext(token, { nowMs, format: (instant) => instantInZone(instant, timeZone), isMailed })
  return <p className="text-pretty">{sentences.join(' ')}</p>
}
