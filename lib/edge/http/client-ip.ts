import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6, type Socket } from 'node:net'

// What proxies report about the client. Only trusted peers are believed. Next.js would believe every client, so it
// never sees these headers.
const FORWARDED_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/** Builds the list of peers whose `X-Forwarded-For` counts, from addresses and CIDR ranges. Null for an empty list. */
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
 * Returns the client's address: the socket's or, behind a trusted peer, the rightmost hop of `X-Forwarded-For` that is
 * not itself trusted. Null if the socket no longer has an address.
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

/** Removes every header by which a client could pose as a proxy. */
export function dropForwardedHeaders(request: IncomingMessage): void {
  for (const name of FORWARDED_HEADERS) delete request.headers[name]
}

/** The peer address of each socket, so that it is read once per connection. */
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

/**
 * Returns an IP address in its plain form, or null for other text. IPv4 inside IPv6 (`::ffff:192.0.2.1`) is the same
 * client as IPv4.
 */
function plainIp(text: string): string | null {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) === 0 ? null : address
}
