import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { knownHosts } from '@/lib/edge/http/known-hosts'
import { withSettings } from '@/test/support/with-settings'

const request = (host: string | undefined, localAddress = '10.0.0.5') =>
  ({ headers: { host }, socket: { localAddress } }) as unknown as IncomingMessage

const behindProxy = { APP_URL: 'https://keys.example.com', HOST: '0.0.0.0', ALLOWED_HOSTS: 'latchkey, keys.internal' }

describe('a host is known', () => {
  it.each([
    ['if it is the host of APP_URL', 'keys.example.com'],
    ['whatever its case, port or trailing dot', 'KEYS.example.com.:8443'],
    ['if it is localhost', 'localhost:49152'],
    ['if it is the loopback address', '127.0.0.1'],
    ['if it is the IPv6 loopback address', '[::1]:3000'],
    ['if ALLOWED_HOSTS lists it', 'latchkey:3000'],
    ['if ALLOWED_HOSTS lists it after another host', 'keys.internal'],
    ['if it is the address at which the request arrived', '10.0.0.5:3000'],
  ])('%s', (_, host) => {
    withSettings(behindProxy)
    expect(knownHosts()(request(host))).toBe(true)
  })

  it('if it is the IPv6 address at which the request arrived', () => {
    withSettings(behindProxy)
    expect(knownHosts()(request('[2001:db8::5]:3000', '2001:db8::5'))).toBe(true)
    expect(knownHosts()(request('10.0.0.5', '::ffff:10.0.0.5'))).toBe(true)
  })
})

describe('a host is unknown', () => {
  it.each([
    'evil.example',
    'keys.example.com.evil.example',
    'evil-keys.example.com',
    '10.0.0.6',
    'localhost.evil.example',
    'localhost@evil.example',
    'evil.example/keys.example.com',
    'keys.example.com, evil.example',
    'keys.example.com evil.example',
    '[::ffff:7f00:1',
    '',
    undefined,
  ])('if the header is %s', (host) => {
    withSettings(behindProxy)
    expect(knownHosts()(request(host))).toBe(false)
  })
})
