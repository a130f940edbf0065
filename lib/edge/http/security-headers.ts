import { captchaHosts } from '@/lib/domain/captcha/captcha-hosts'
import { randomNonce } from '@/lib/base/crypto/random'
import { isDevelopment, settings } from '@/lib/base/env'

const PERMISSIONS =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()'

/** The policy for responses that are only data: nothing in them may do anything. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Builds a Content-Security-Policy with a fresh nonce. It allows only our own scripts, styles and connections, plus the
 * captcha's hosts on the pages that show it.
 */
export function contentPolicy(path: string): string {
  const nonce = randomNonce()
  const hosts = captchaHosts(path)
  // React's development build needs eval, and its hot reloading needs a WebSocket.
  const [evaluation, sockets] = isDevelopment() ? [" 'unsafe-eval'", ' ws:'] : ['', '']
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // The development server's own styles carry no nonce.
    `style-src 'self' ${isDevelopment() ? "'unsafe-inline'" : `'nonce-${nonce}'`}${hosts?.styles ?? ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}${hosts?.connections ?? ''}`,
    ...(hosts ? [`frame-src${hosts.frames}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Builds the headers of every response of the process, including errors and static files. */
export function securityHeaders(policy: string): Record<string, string> {
  const { isHttps, HSTS_INCLUDE_SUBDOMAINS } = settings()
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(isHttps && {
      'strict-transport-security': `max-age=63072000${HSTS_INCLUDE_SUBDOMAINS ? '; includeSubDomains' : ''}`,
    }),
  }
}
