import { AppError } from '@/lib/base/errors/app-error'
import { refuse, send, type Exchange } from '@/lib/edge/gate/exchange'
import { prepareJson } from '@/lib/edge/gate/prepared-answer'
import { checkReadiness } from '@/lib/domain/service/readiness'

const LIVE = prepareJson({ status: 'live' })

/** Answers that the process is running. Touches nothing else. */
export function live(exchange: Exchange): void {
  if (isRead(exchange)) send(exchange, 200, LIVE)
}

/** Answers whether the process can serve requests. */
export function ready(exchange: Exchange): void {
  if (!isRead(exchange)) return
  checkReadiness().then(
    (skew) => send(exchange, 200, prepareJson({ status: 'ready', clock_skew_ms: skew })),
    (error: unknown) => refuse(exchange, error),
  )
}

function isRead(exchange: Exchange): boolean {
  const isRight = exchange.request.method === 'GET' || exchange.request.method === 'HEAD'
  if (!isRight) refuse(exchange, new AppError('method_not_allowed', { headers: { allow: 'GET, HEAD' } }))
  return isRight
}
