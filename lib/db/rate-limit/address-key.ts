import { isIPv6 } from 'node:net'

/**
 * Returns the key under which an address is counted: IPv4 by itself, IPv6 by its /64, which is what one customer
 * has. Requests without an address share one key.
 */
export function addressKey(address: string | null): string {
  if (address === null || !isIPv6(address)) return address ?? 'unknown'
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  // An IPv4 tail counts as two groups.
  const groupCount = left.length + right.length + (address.includes('.') ? 1 : 0)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groupCount)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => group.padStart(4, '0')).join(':')
}
