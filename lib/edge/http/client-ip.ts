import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6, type Socket } from 'node:net'

// What proxies say about the client. Believed from trusted peers only, and dropped from all
// others: Next.js keeps what a client sends.
const FORWARDED_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/** The peers whose `X-Forwarded-For` counts: addresses and CIDR ranges. Null when there are none. */
export function trustedPeers(entries: readonly string[]): BlockList | null {
  if (entries.length === 0) return null
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/**
 * The client's address: the socket's, unless the peer is trusted; then the right-most hop of
 * `X-Forwarded-For` that is not trusted itself. Null when a socket has no address any more.
 */
export function clientIp(request: IncomingMessage, trusted: BlockList | null): string | null {
  let address = peerOf(request.socket)
  if (trusted === null) return address
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  while (address !== null && isTrusted(address, trusted)) {
    const hop = plainIp(hops.pop()?.trim() ?? '')
    if (hop === null) break
    address = hop
  }
  return address
}

/** Removes everything by which a client could pose as a proxy. */
export function dropForwardedHeaders(request: IncomingMessage): void {
  for (const name of FORWARDED_HEADERS) delete request.headers[name]
}

/** The address of the other end: looked at once a connection. */
const peers = new WeakMap<Socket, string | null>()

function peerOf(socket: Socket): string | null {
  const known = peers.get(socket)
  if (known !== undefined) return known
  const address = plainIp(socket.remoteAddress ?? '')
  peers.set(socket, address)
  return address
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** IPv4 inside IPv6 (`::ffff:192.0.2.1`) is the same client as IPv4. */
function plainIp(text: string): string | null {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) === 0 ? null : address
}
