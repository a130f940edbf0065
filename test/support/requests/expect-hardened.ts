import { expect } from 'vitest'
import type { WireAnswer } from '@/test/support/servers/send-request'

/** The policies of pages (and everything beside them) and of the gate, whose answers contain data only. */
const POLICY = new RegExp(
  "^default-src '(?:self'; script-src 'nonce-[^' ]+' 'strict-dynamic';.*|none';.*)frame-ancestors 'none'",
)

const ALWAYS = {
  'content-security-policy': expect.stringMatching(POLICY),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
}

/** Expects the headers that every answer of the process carries, and none of those that it must never send. */
export function expectHardened({ status, headers, text }: WireAnswer): void {
  expect(headers).toMatchObject(ALWAYS)
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
  if (text !== '' && !/^(?:text\/x-component|image\/svg\+xml)$/.test(headers['content-type'] ?? '')) {
    expect(headers['content-type'], `content type of a ${status}`).toMatch(/; charset=utf-8$/i)
  }
  expect(text).not.toMatch(/\n\s+at .+:\d+:\d+/)
}
