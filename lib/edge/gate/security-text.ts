import { now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { refuse, send, type Exchange } from '@/lib/edge/gate/exchange'
import { DAY_SECONDS } from '@/lib/base/durations'

const HALF_A_YEAR_SECONDS = 182 * DAY_SECONDS

/** Answers with the contacts for security reports (RFC 9116). Without SECURITY_CONTACT, the file does not exist. */
export function securityText(exchange: Exchange): void {
  const { method } = exchange.request
  const { appOrigin, SECURITY_CONTACT, SECURITY_EXPIRES, SECURITY_POLICY } = settings()
  if (SECURITY_CONTACT.length === 0) return refuse(exchange, new AppError('not_found'))
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(exchange, new AppError('method_not_allowed', { headers: { allow: 'GET, HEAD' } }))
  }
  const lines = [
    ...SECURITY_CONTACT.map((contact) => `Contact: ${contact}`),
    `Expires: ${SECURITY_EXPIRES ?? secondsAfter(now(), HALF_A_YEAR_SECONDS).toISOString()}`,
    `Canonical: ${appOrigin}/.well-known/security.txt`,
    ...(SECURITY_POLICY === undefined ? [] : [`Policy: ${SECURITY_POLICY}`]),
  ]
  const body = `${lines.join('\n')}\n`
  const length = String(Buffer.byteLength(body))
  const headers = ['content-type', 'text/plain; charset=utf-8', 'content-length', length, 'cache-control', 'no-store']
  send(exchange, 200, { headers, body })
}
