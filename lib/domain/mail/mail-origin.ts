import { now } from '@/lib/base/clock'
import { requestContext } from '@/lib/base/request-context'
import type { MailOrigin } from '@/lib/domain/mail/mail'

/** Returns the origin of the current request, as emails report it. */
export function originNow(): MailOrigin {
  const { address, userAgent, requestId } = requestContext()
  return { at: now().toISOString(), address, userAgent, requestId }
}
