import { describe, expect, it } from 'vitest'
import {
  endedJourneyCookie,
  endedSessionCookie,
  journeyCookie,
  knownDeviceCookie,
  readJourneyCookies,
  readKnownDevice,
  readSessionCookies,
  sessionCookie,
} from '@/lib/edge/http/cookies'
import { withSettings } from '@/test/support/with-settings'

describe('the session cookie', () => {
  it('is bound to this host and to HTTPS, and hidden from scripts', () => {
    withSettings({ APP_URL: 'https://keys.example.com' })
    expect(sessionCookie('lks_x', 60)).toBe('__Host-latchkey=lks_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure')
  })

  it('has another name over plain HTTP on loopback, where the __Host- prefix does not work', () => {
    expect(sessionCookie('lks_x', 60)).toBe('latchkey=lks_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
  })

  it('is found among other cookies, once for each time it was sent', () => {
    expect(readSessionCookies('a=1; latchkey=one; latchkeys=no; xlatchkey=no;latchkey=two')).toEqual(['one', 'two'])
    expect(readSessionCookies(null)).toEqual([])
  })

  it('is cleared by an empty cookie that expires immediately', () => {
    expect(endedSessionCookie()).toBe('latchkey=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })
})

describe('the known-device cookie', () => {
  it('has the attributes of the session cookie, and is not mistaken for it', () => {
    expect(knownDeviceCookie('mark', 60)).toBe('latchkey-known=mark; Path=/; HttpOnly; SameSite=Lax; Max-Age=60')
    const cookie = 'latchkey-known=mark; latchkey=lks_x'
    expect(readKnownDevice(new Headers({ cookie }))).toBe('mark')
    expect(readSessionCookies(cookie)).toEqual(['lks_x'])
    expect(readKnownDevice(new Headers())).toBeNull()
  })
})

describe('the journey cookie', () => {
  it('is bound to this host and to HTTPS, hidden from scripts, and lives for 10 minutes', () => {
    withSettings({ APP_URL: 'https://keys.example.com' })
    expect(journeyCookie('x')).toBe('__Host-latchkey-journey=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure')
  })

  it('is read once for each time it was sent, and cleared', () => {
    const cookie = 'latchkey=lks_x; latchkey-journey=one; latchkey-journey=two'
    expect(readJourneyCookies(new Headers({ cookie }))).toEqual(['one', 'two'])
    expect(readJourneyCookies(new Headers())).toEqual([])
    expect(endedJourneyCookie()).toBe('latchkey-journey=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  })
})
