import { describe, expect, it } from 'vitest'
import { landingPage, ownPage } from '@/lib/edge/http/own-page'

describe('the page after a sign-in', () => {
  it.each(['/settings/tokens', '/settings/tokens?q=ci+runner&show=ended', '/admin', '/docs/api', '/device'])(
    'may be %s',
    (target) => expect(ownPage(target)).toBe(target),
  )

  it.each([
    '//evil.example', '///evil.example', '/\\evil.example', '\\/evil.example', '/%5cevil.example', '/%09/evil.example', '/\t/evil.example',
    'https:evil.example', 'https:/evil.example', 'https://evil.example', 'http://localhost:3000@evil.example', 'http://localhost:3000.evil.example',
    'javascript:alert(1)', 'data:text/html,x', '/..//evil.example', '/settings/..//evil.example', '/settings//evil.example', '%0d%0aSet-Cookie:x',
    '/settings/%0d%0aSet-Cookie:x', '/settings\r\nx', '/api/v1/auth/logout', '/login', '/', '', '/settings/../api', '/devices', '/device-x', '/device/../api', '/device//evil.example', '/device%2f..%2fapi', '/settings/%2e%2e/api',
    ['/settings/tokens', '/settings/tokens'], undefined, null, 7, `/settings?x=${'a'.repeat(3000)}`,
  ])('is never %j', (target) => {
    expect(ownPage(target)).toBeNull()
    expect(landingPage({ isAdmin: false }, target)).toBe('/settings/tokens')
    expect(landingPage({ isAdmin: true }, target)).toBe('/admin')
  }) // prettier-ignore
})
