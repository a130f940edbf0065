import type { IncomingMessage } from 'node:http'
import { settings } from '@/lib/base/env'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * The check of the `Host` header: a request is for us when it names APP_URL's host, HOST, this
 * machine, one of ALLOWED_HOSTS or the address that it came in on. A page of somebody else's
 * whose name leads to this machine (DNS rebinding) names its own host. Ports do not matter:
 * proxies and containers change them.
 */
export function knownHosts(): (request: IncomingMessage) => boolean {
  const { appOrigin, HOST, ALLOWED_HOSTS } = settings()
  const names = new Set([new URL(appOrigin).hostname, inUrl(HOST), ...LOOPBACK, ...ALLOWED_HOSTS])
  return ({ headers, socket }) => {
    const name = nameOf(headers.host ?? '')
    return name !== null && (names.has(name) || name === inUrl(socket.localAddress ?? ''))
  }
}

/** The name in a `Host` header, without the port; null for what is none. */
function nameOf(host: string): string | null {
  if (!/^[a-z0-9.:[\]_-]+$/i.test(host) || !URL.canParse(`http://${host}`)) return null
  // A dot at the end names the same host (RFC 9110 section 4.2.3 leaves that to DNS).
  return new URL(`http://${host}`).hostname.replace(/\.$/, '')
}

/** An address as it stands in a URL: IPv6 in brackets, and IPv4 inside IPv6 as IPv4. */
function inUrl(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]` : plain
}
