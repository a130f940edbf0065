import { BlockList, isIP } from 'node:net'

/** What IANA’s registries call not globally reachable, multicast and reserved ranges included. */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]

/** The only range that IANA assigns to networks; IPv4 addresses in IPv6 notation lie outside it. */
const GLOBAL_IPV6 = ['2000::/3']

/** Inside it: protocol assignments with Teredo, documentation, 6to4. The last leads to an IPv4 address. */
const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

function blockList(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}

const notPublicIpv4 = blockList(NOT_PUBLIC_IPV4, 'ipv4')
const globalIpv6 = blockList(GLOBAL_IPV6, 'ipv6')
const notPublicIpv6 = blockList(NOT_PUBLIC_IPV6, 'ipv6')

/** Whether an IP address belongs to the public internet, rather than to this machine or to an internal network. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublicIpv4.check(address, 'ipv4')
  return isIP(address) === 6 && globalIpv6.check(address, 'ipv6') && !notPublicIpv6.check(address, 'ipv6')
}
