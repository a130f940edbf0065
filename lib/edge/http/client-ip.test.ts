import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientIp, dropForwardedHeaders, trustedPeers } from '@/lib/edge/http/client-ip'

const request = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

const proxies = trustedPeers(['127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48'])

describe("the client's address", () => {
  it.each([
    ['the socket’s, whatever the client claims', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the hop that a trusted proxy reports', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['the rightmost hop that is not trusted', '127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.7', '198.51.100.1'],
    ['the proxy’s own if it reports nothing', '127.0.0.1', '', '127.0.0.1'],
    ['the last trusted hop if the next one is not an address', '127.0.0.1', 'unknown, 10.0.0.7', '10.0.0.7'],
    ['IPv4 even if the socket uses IPv6', '::ffff:203.0.113.9', '', '203.0.113.9'],
    ['an IPv6 hop behind an IPv6 proxy', '2001:db8:ffff::1', '2001:db8:1::5', '2001:db8:1::5'],
  ])('is %s', (_, peer, forwardedFor, expected) => {
    expect(clientIp(request(peer, { 'x-forwarded-for': forwardedFor }), proxies)).toBe(expected)
  })

  it('is unknown once the socket is gone', () => {
    expect(clientIp(request(undefined), proxies)).toBeNull()
  })

  it('is the socket’s for every client if no proxy is trusted', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' }
    expect(clientIp(request('127.0.0.1', headers), trustedPeers([]))).toBe('127.0.0.1')
  })
})

it('drops every header by which a client could pose as a proxy', () => {
  const headers = {
    host: 'keys.example.com',
    forwarded: 'for=6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-port': '1',
    'x-forwarded-proto': 'https',
    'x-real-ip': '6.6.6.6',
  }
  const one = request('203.0.113.9', headers)
  dropForwardedHeaders(one)
  expect(one.headers).toEqual({ host: 'keys.example.com' })
})
