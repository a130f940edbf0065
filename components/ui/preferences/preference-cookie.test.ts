import { describe, expect, it } from 'vitest'
import { preferenceCookie, readPreference } from '@/components/ui/preferences/preference-cookie'

describe('a preference', () => {
  it('is remembered for a year, for this host only, and is not sent along by other sites', () => {
    expect(preferenceCookie('theme', 'dark', true)).toBe(
      '__Host-latchkey-theme=dark; Path=/; SameSite=Lax; Max-Age=31536000; Secure',
    )
    expect(preferenceCookie('theme', 'dark', false)).toBe('latchkey-theme=dark; Path=/; SameSite=Lax; Max-Age=31536000')
  })

  it('is forgotten through an empty cookie that expires immediately', () => {
    expect(preferenceCookie('shortcuts', null, false)).toBe('latchkey-shortcuts=; Path=/; SameSite=Lax; Max-Age=0')
  })

  it.each([
    ['latchkey-theme=dark', false, 'dark'],
    ['latchkey=x; latchkey-theme=light;latchkey-shortcuts=off', false, 'light'],
    ['__Host-latchkey-theme=dark', true, 'dark'],
    // Another host of the same site can set this one.
    ['latchkey-theme=dark', true, null],
    ['xlatchkey-theme=dark; latchkey-themes=dark', false, null],
    ['', false, null],
    [null, false, null],
  ])('in %j, with HTTPS %s, is %s', (cookies, isHttps, value) => {
    expect(readPreference(cookies, 'theme', isHttps)).toBe(value)
  })
})
