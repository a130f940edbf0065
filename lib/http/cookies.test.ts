import { describe, expect, it } from 'vitest'
import { clearingHeaders, readSessionCookies, sessionCookie } from '@/lib/http/cookies'
import { withSettings } from '@/test/support/with-settings'

describe('the session cookie', () => {
  it('is bound to this host and to HTTPS, and hidden from scripts', () => {
    withSettings({ APP_URL: 'https://keys.example.com' })
    expect(sessionCookie('lks_x', 60)).toBe('__Host-latchkey=lks_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure')
  })

  it('has another name over plain HTTP on loopback, where the prefix does not work', () => {
    expect(sessionCookie('lks_x', 60)).toBe('latchkey=lks_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
  })

  it('is found among others, each time it was sent', () => {
    expect(readSessionCookies('a=1; latchkey=one; latchkeys=no; xlatchkey=no;latchkey=two')).toEqual(['one', 'two'])
    expect(readSessionCookies(null)).toEqual([])
  })

  it('is taken back with what the browser kept of our pages', () => {
    expect(clearingHeaders()).toEqual({
      'set-cookie': 'latchkey=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
      'clear-site-data': '"cache", "storage"',
    })
  })
})
