import { beforeAll, describe, expect, inject, it } from 'vitest'
import { remoteApi, type Person } from '@/test/support/servers/remote-api'

const api = remoteApi(inject('plainServer').origin)
let ada: Person

beforeAll(async () => {
  ada = await api.newPerson('content-policy-ada')
})

/** Returns the directives of a policy by name. */
function directivesOf(policy: string | string[] | undefined): Record<string, string[]> {
  const parts = String(policy)
    .split(';')
    .map((part) => part.trim().split(/\s+/))
  return Object.fromEntries(parts.map(([name = '', ...sources]) => [name, sources]))
}

const nonceOf = (policy: string | string[] | undefined) => /script-src 'nonce-([^']+)'/.exec(String(policy))?.[1] ?? ''

const PAGES = [
  '/login', '/register', '/setup', '/device', '/nothing-here', '/docs/api',
  '/settings/tokens', '/settings/devices', '/settings/security', '/settings/profile', '/settings/shortcuts',
] // prettier-ignore

describe('the content security policy', () => {
  it('allows only our own origin, and scripts only with the nonce of the same response', async () => {
    const { headers } = await api.get('/login')
    const policy = directivesOf(headers['content-security-policy'])
    expect(policy).toMatchObject({
      'default-src': ["'self'"],
      'script-src': [`'nonce-${nonceOf(headers['content-security-policy'])}'`, "'strict-dynamic'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    })
    expect(policy['style-src']).not.toContain("'unsafe-inline'")
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe-eval|http:|https:|\*/)
  })

  it('has a nonce of at least 128 bits that no other response has', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => api.get('/api/v1/auth/config')))
    const nonces = answers.map(({ headers }) => nonceOf(headers['content-security-policy']))
    expect(new Set(nonces).size).toBe(100)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16)
  })

  it.each(PAGES)('covers every script and every style of %s', async (path) => {
    const { headers, text } = await api.get(path, { cookie: ada.cookie })
    const nonce = nonceOf(headers['content-security-policy'])
    const elements = text.match(/<(?:script|style|link rel="(?:stylesheet|preload)")[^>]*>/g) ?? []
    expect(elements.length).toBeGreaterThan(3)
    for (const element of elements) expect(element).toContain(`nonce="${nonce}"`)
    expect(text).not.toMatch(/<[^>]+\son[a-z]+=/)
  })
})

const planted = "script-src 'nonce-AAAA'; default-src *"
const smuggled = ['content-security-policy', 'content-security-policy-report-only', 'x-nonce']
const disguises = [
  {},
  { purpose: 'prefetch' },
  { 'next-router-prefetch': '1' },
  { rsc: '1' },
  { 'sec-purpose': 'prefetch' },
]

describe('a policy sent by the client is ignored', () => {
  it.each(smuggled.flatMap((name) => disguises.map((disguise) => [name, disguise] as const)))(
    '%s with %o',
    async (name, disguise) => {
      for (const path of ['/login', '/settings/tokens', '/docs/api', '/nothing-here', '/api/v1/auth/config']) {
        const sent = { [name]: name === 'x-nonce' ? 'AAAA' : planted, cookie: ada.cookie, ...disguise }
        const { headers, text } = await api.get(path, sent)
        expect(JSON.stringify(headers)).not.toContain('AAAA')
        expect(text).not.toContain('AAAA')
        expect(nonceOf(headers['content-security-policy'])).toMatch(/^[\w+/]{22}==$/)
        expect(headers).not.toHaveProperty('content-security-policy-report-only')
      }
    },
  )
})
