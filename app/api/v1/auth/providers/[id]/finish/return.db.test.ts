import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { POST as finishRoute } from '@/app/api/v1/auth/providers/[id]/finish/route'
import { unseal } from '@/lib/base/crypto/seal'
import { instanceSecret } from '@/lib/base/instance-secret'
import { database } from '@/lib/db/client'
import { sealJourney, type JourneySecrets } from '@/lib/domain/providers/take-journey'
import { startIssuer, type Issuer } from '@/test/support/providers/issuer'
import {
  journeyCookieOf,
  signInAtProvider,
  startVisit,
  withProviders,
} from '@/test/support/providers/sign-in-at-provider'
import { APP, call } from '@/test/support/requests/api'
import { movableClock } from '@/test/support/requests/device-flow'

let issuer: Issuer

beforeEach(async () => {
  issuer = await startIssuer()
  onTestFinished(() => issuer.stop())
  withProviders({ acme: { ISSUER: issuer.issuer, LABEL: 'Acme' }, other: { ISSUER: issuer.issuer } })
})

/** Sends what the provider put into the address of the callback page, from a browser with these cookies. */
function finish(query: string, cookies: readonly string[], id = 'acme') {
  const cookie = cookies.map((value) => `latchkey-journey=${value}`).join('; ')
  const headers = { origin: APP, 'sec-fetch-site': 'same-origin', cookie }
  return call(finishRoute, { params: { id }, body: { query }, headers })
}

describe('the return from a provider', () => {
  it('signs in once', async () => {
    const { query, cookie } = await signInAtProvider('acme', { next: '/device' })
    const first = await finish(query, [cookie])
    expect([first.status, first.json.code]).toEqual([409, 'account_needed'])
    const again = await finish(query, [cookie])
    expect([again.status, again.json.code]).toEqual([400, 'provider_failed'])
    expect(issuer.exchanges()).toBe(1)
  })

  it('exchanges the code for one of two concurrent requests', async () => {
    const { query, cookie } = await signInAtProvider('acme')
    const codes = await Promise.all([finish(query, [cookie]), finish(query, [cookie])])
    expect(codes.map(({ json }) => json.code as string).sort()).toEqual(['account_needed', 'provider_failed'])
    expect(issuer.exchanges()).toBe(1)
  })

  it.each([
    ['without its state', (query: URLSearchParams) => query.delete('state')],
    ['with another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43))],
    ['with two states', (query: URLSearchParams) => query.append('state', query.get('state') ?? '')],
    ['without a code', (query: URLSearchParams) => query.delete('code')],
    ['with two codes', (query: URLSearchParams) => query.append('code', 'another')],
    ['from another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['without the issuer, which the provider promises', (query: URLSearchParams) => query.delete('iss')],
    ['with an ID token in the address', (query: URLSearchParams) => query.set('id_token', 'a.b.c')],
  ])('is rejected %s, and no code is exchanged', async (_, change) => {
    const { query, cookie } = await signInAtProvider('acme')
    const changed = new URLSearchParams(query)
    change(changed)
    const answer = await finish(changed.toString(), [cookie])
    expect([answer.status, answer.json.code]).toEqual([400, 'provider_failed'])
    // The visit is over: its real code is of no use any more.
    expect((await finish(query, [cookie])).json.code).toBe('provider_failed')
    expect(issuer.exchanges()).toBe(0)
  })

  it.each([
    ['no cookie', () => []],
    ['the cookie of another visit', (other: string) => [other]],
    ['an altered cookie', (_: string, own: string) => [`${own.slice(1)}x`]],
    ['two cookies', (other: string, own: string) => [own, other]],
    ['the same cookie twice', (_: string, own: string) => [own, own]],
  ] as [string, (other: string, own: string) => string[]][])(
    'is rejected in a browser with %s, and no code is exchanged',
    async (_, cookies) => {
      const other = journeyCookieOf(await startVisit('acme'))
      const { query, cookie } = await signInAtProvider('acme')
      const answer = await finish(query, cookies(other, cookie))
      expect([answer.status, answer.json.code]).toEqual([400, 'provider_failed'])
      expect(issuer.exchanges()).toBe(0)
    },
  )

  it('is rejected at another provider', async () => {
    const { query, cookie } = await signInAtProvider('acme')
    expect((await finish(query, [cookie], 'other')).json.code).toBe('provider_failed')
    expect(issuer.exchanges()).toBe(0)
    // The visit belongs to its own provider alone, and is still open there.
    expect((await finish(query, [cookie])).json.code).toBe('account_needed')
  })

  it('is rejected after 10 minutes', async () => {
    const moveOn = movableClock()
    const { query, cookie } = await signInAtProvider('acme')
    moveOn(600)
    expect((await finish(query, [cookie])).json.code).toBe('provider_failed')
    expect(issuer.exchanges()).toBe(0)
  })

  it.each(['codeVerifier', 'nonce'])('is rejected with another %s', async (name) => {
    const { query, cookie } = await signInAtProvider('acme')
    const { id, sealed } = await database().journey.findFirstOrThrow()
    const secrets = JSON.parse(unseal(instanceSecret(), 'journey.acme', sealed)) as JourneySecrets
    const altered = sealJourney('acme', { ...secrets, [name]: 'x'.repeat(43) })
    await database().journey.update({ where: { id }, data: { sealed: altered } })
    const answer = await finish(query, [cookie])
    expect([answer.status, answer.json.code]).toEqual([400, 'provider_failed'])
    expect(await database().signInTicket.count()).toBe(0)
  })

  it('says that you cancelled, in our own words', async () => {
    issuer.cancels(true)
    const { query, cookie } = await signInAtProvider('acme')
    expect(query).toContain('error_description')
    const answer = await finish(query, [cookie])
    expect([answer.status, answer.json.code]).toEqual([400, 'provider_denied'])
    expect(answer.text).not.toContain('Text of the provider')
  })
})
