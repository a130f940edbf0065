import { describe, expect, it } from 'vitest'
import { describeClient } from '@/lib/base/describe-client'

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('describes a browser by its name and operating system', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux', 'computer'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/152.0.0.0 Safari/537.36`, 'Chrome on Windows', 'computer'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.1 Safari/605.1.15`, 'Safari on macOS', 'computer'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) ${WEBKIT} Version/18.2 Mobile/15E148 Safari/604.1`, 'Safari on iOS', 'phone'],
    [`Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) ${WEBKIT} CriOS/120.0 Mobile/15E148 Safari/604.1`, 'Chrome on iOS', 'tablet'],
  ])('%s', (userAgent, name, form) => {
    expect(describeClient(userAgent)).toEqual({ name, form })
  })
}) // prettier-ignore

describe('describes a program by the name that it sends', () => {
  it.each([
    ['curl/8.5.0', 'curl'],
    ['python-requests/2.31 extra', 'python-requests'],
    ['ESP32HTTPClient', 'ESP32HTTPClient'],
    ['Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8)', 'Dalvik'],
  ])('%s', (userAgent, name) => {
    expect(describeClient(userAgent)).toEqual({ name, form: 'program' })
  })
})

it.each([null, ''])('describes nothing for the User-Agent %o', (userAgent) => {
  expect(describeClient(userAgent)).toEqual({ name: null, form: 'unknown' })
})

it.each(['<img src=x onerror=alert(1)>/1 x', `${'x'.repeat(500)}/1`, 'a‮evil/1', 'Mozilla/5.0', '(((((((((((/1'])(
  'rejects an implausible name in the User-Agent %s',
  (userAgent) => {
    expect(describeClient(userAgent).name).toBeNull()
  },
)
