import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { knownHosts } from '@/lib/edge/http/known-hosts'
import { withSettings } from '@/test/support/with-settings'

const request = (host: string | undefined, localAddress = '10.0.0.5') =>
  ({ headers: { host }, socket: { localAddress } }) as unknown as IncomingMessage

const behindProxy = { APP_URL: 'https://keys.example.com', HOST: '0.0.0.0', ALLOWED_HOSTS: 'latchkey, keys.internal' }

describe('a host is known', () => {
  it.each([
    ['of APP_URL', 'keys.example.com'],
    ['whatever its case, port or dot at the end', 'KEYS.example.com.:8443'],
    ['when it names this machine', 'localhost:49152'],
    ['when it is a loopback address', '127.0.0.1'],
    ['when it is the loopback address of IPv6', '[::1]:3000'],
    ['when it is one of ALLOWED_HOSTS', 'latchkey:3000'],
    ['when it is another of them', 'keys.internal'],
    ['when it is the address that the request came in on', '10.0.0.5:3000'],
  ])('%s', (_, host) => {
    withSettings(behindProxy)
    expect(knownHosts()(request(host))).toBe(true)
  })

  it('when it is the IPv6 address that the request came in on', () => {
    withSettings(behindProxy)
    expect(knownHosts()(request('[2001:db8::5]:3000', '2001:db8::5'))).toBe(true)
    expect(knownHosts()(request('10.0.0.5', '::ffff:10.0.0.5'))).toBe(true)
  })
})

describe('a host is not known', () => {
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
  ])('%s', (host) => {
    withSettings(behindProxy)
    expect(knownHosts()(request(host))).toBe(false)
  })
})
