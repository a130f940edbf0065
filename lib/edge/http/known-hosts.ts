import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/base/env'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Builds the check of the `Host` header. A request is for us if it names APP_URL's host, HOST, a loopback name, one of
 * ALLOWED_HOSTS or the address at which it arrived. This stops DNS rebinding: a foreign page whose name resolves to
 * this machine still names its own host. Ports do not matter, because proxies and containers change them.
 */
export function knownHosts(): (request: IncomingMessage) => boolean {
  const { appOrigin, HOST, ALLOWED_HOSTS } = settings()
  const names = new Set([new URL(appOrigin).hostname, inUrl(HOST), ...LOOPBACK, ...ALLOWED_HOSTS])
  return ({ headers, socket }) => {
    const name = nameOf(headers.host ?? '')
    return name !== null && (names.has(name) || name === inUrl(socket.localAddress ?? ''))
  }
}

/** Returns the host name in a `Host` header, without the port; null if there is none. */
function nameOf(host: string): string | null {
  if (!/^[a-z0-9.:[\]_-]+$/i.test(host) || !URL.canParse(`http://${host}`)) return null
  // A trailing dot names the same host (RFC 9110 section 4.2.3 leaves that to DNS).
  return new URL(`http://${host}`).hostname.replace(/\.$/, '')
}

/** Formats an address as in a URL: IPv6 in brackets, and IPv4 inside IPv6 as IPv4. */
function inUrl(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]` : plain
}
