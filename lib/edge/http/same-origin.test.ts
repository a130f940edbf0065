import { describe, expect, it } from 'vitest'
import { isSameOrigin } from '@/lib/edge/http/same-origin'
import { APP } from '@/test/support/requests/api'

const sites = ['same-origin', 'none', 'same-site', 'cross-site', null]
const origins = [APP, 'https://evil.example', 'null', 'https://localhost:3000', 'http://localhost:444', null]

const cases = sites.flatMap((site) => origins.map((origin) => ({ site, origin })))

function headersOf({ site, origin }: (typeof cases)[number]): Headers {
  const headers = new Headers()
  if (site !== null) headers.set('sec-fetch-site', site)
  if (origin !== null) headers.set('origin', origin)
  return headers
}

function isOurs({ site, origin }: (typeof cases)[number]): boolean {
  if (site === null) return origin === APP
  return ['same-origin', 'none'].includes(site) && [APP, null].includes(origin)
}

describe('an unsafe request', () => {
  it.each(cases)('with Sec-Fetch-Site $site and Origin $origin passes only from our own pages', (one) => {
    expect(isSameOrigin(headersOf(one), false)).toBe(isOurs(one))
  })

  it('without either header passes only where no cookie is at stake', () => {
    expect(isSameOrigin(new Headers(), false)).toBe(false)
    expect(isSameOrigin(new Headers(), true)).toBe(true)
  })

  it('is judged by the configured origin, not by Host', () => {
    const headers = new Headers({
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      origin: 'http://evil.example',
    })
    expect(isSameOrigin(headers, true)).toBe(false)
  })
})
