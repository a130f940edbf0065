import { isEqualInConstantTime } from '@/lib/base/crypto/keyed-digest'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { refuse, send, type Exchange } from '@/lib/edge/gate/exchange'
import { instanceSecret } from '@/lib/base/instance-secret'
import { renderMetrics } from '@/lib/edge/gate/render-metrics'

/**
 * Answers with the metrics of this process if the request presents METRICS_TOKEN. Without that setting, the path does
 * not exist.
 */
export function metrics(exchange: Exchange): void {
  try {
    admit(exchange)
  } catch (error) {
    refuse(exchange, error)
    return
  }
  renderMetrics().then(
    ({ contentType, body }) => {
      const length = String(Buffer.byteLength(body))
      const headers = ['content-type', contentType, 'content-length', length, 'cache-control', 'no-store']
      send(exchange, 200, { headers, body })
    },
    (error: unknown) => refuse(exchange, error),
  )
}

/** Checks the token of the collector. @throws AppError not_found, method_not_allowed, token_missing, token_unknown */
function admit({ request }: Exchange): void {
  const { METRICS_TOKEN } = settings()
  if (METRICS_TOKEN === undefined) throw new AppError('not_found')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new AppError('method_not_allowed', { headers: { allow: 'GET, HEAD' } })
  }
  const { authorization } = request.headers
  if (authorization === undefined) throw new AppError('token_missing')
  const shown = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  if (!isEqualInConstantTime(instanceSecret(), shown, METRICS_TOKEN)) {
    throw new AppError('token_unknown', { credentialSent: true })
  }
}
