import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everythingIn, fetchPageData } from '@/test/support/page-data'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/remote-api'
import { startServer, type ServerProcess } from '@/test/support/server-process'

const PAGE = '/settings/tokens'

let server: ServerProcess
let api: RemoteApi
let ada: Person
let grace: Person

beforeAll(async () => {
  server = await startServer()
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
  grace = await api.newPerson('grace')
  await api.createToken(ada.deviceKey, 'planted-by-ada')
  await api.createToken(grace.deviceKey, 'planted-by-grace')
})
afterAll(() => server.stop('SIGINT'))

/** What a browser says that has the layout already, with its guard, and wants the page alone. */
const belowLayout = {
  'next-router-state-tree': encodeURIComponent(
    '["",{"children":["(dashboard)",{"children":["settings",{"children":["tokens",{"children":["__PAGE__",{},null,"refetch"]}]}]}]}]',
  ),
}
const subrequest = Array.from({ length: 5 }, () => 'middleware').join(':')

/** The ways that have led around the guards of pages in Next.js before. */
const detours: [name: string, path: string, headers: Record<string, string>][] = [
  ['nothing', PAGE, {}],
  ['HEAD', PAGE, {}],
  ['RSC', PAGE, { rsc: '1' }],
  ['a prefetch', PAGE, { rsc: '1', 'next-router-prefetch': '1' }],
  ['a prefetch at run time', PAGE, { rsc: '1', 'next-router-prefetch': '2' }],
  ['a prefetch without RSC', PAGE, { 'next-router-prefetch': '1', purpose: 'prefetch' }],
  ['the tree', PAGE, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['a segment', PAGE, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/settings/tokens/__PAGE__' }],
  ['the page below its layout', PAGE, { rsc: '1', ...belowLayout }],
  ['_rsc', `${PAGE}?_rsc=x`, {}],
  ['_rsc and RSC', `${PAGE}?_rsc=x`, { rsc: '1' }],
  ['.rsc', `${PAGE}.rsc`, {}],
  ['.prefetch.rsc', `${PAGE}.prefetch.rsc`, {}],
  ['.segments', `${PAGE}.segments/_tree.segment.rsc`, {}],
  ['.txt', `${PAGE}.txt`, {}],
  ['.json', `${PAGE}.json`, {}],
  ['_next/data', `/_next/data/build${PAGE}.json`, { 'x-nextjs-data': '1' }],
  ['two slashes', `/${PAGE}`, {}],
  ['two slashes within', '/settings//tokens', {}],
  ['a slash at the end', `${PAGE}/`, {}],
  ['a backslash', '/settings\\tokens', {}],
  ['an encoded letter', '/%73ettings/tokens', {}],
  ['an encoded slash', '/settings%2ftokens', {}],
  ['upper case', '/SETTINGS/tokens', {}],
  ['the name of its group', `/(dashboard)${PAGE}`, {}],
  ['a path behind the guard of another', '/login/../settings/tokens', {}],
  ['a locale', `/en${PAGE}`, {}],
  ['the header of the middleware', PAGE, { 'x-middleware-subrequest': subrequest }],
  ['the header of the middleware in src', PAGE, { 'x-middleware-subrequest': `src/${subrequest}` }],
  ['an inner path', '/login', { 'x-matched-path': PAGE, 'x-invoke-path': PAGE, 'x-now-route-matches': '1' }],
  ['an original URL', '/', { 'x-original-url': PAGE, 'x-rewrite-url': PAGE, 'x-middleware-rewrite': PAGE }],
  ['a preview', PAGE, { cookie: '__prerender_bypass=x; __next_preview_data=x', 'x-prerender-revalidate': 'x' }],
  ['a key for a cookie', PAGE, { authorization: 'Token lkp_000000000000000000000000000000000000' }],
] // prettier-ignore

const NOTHING_OF_IT = /planted-by|ada@example\.com|lk[pds]_/

describe('without a session, no way leads to a byte of the page', () => {
  it.each(detours)('%s', async (name, path, headers) => {
    const method = name === 'HEAD' ? 'HEAD' : 'GET'
    for (const answer of [await api.send({ method, path, headers }), await fetchPageData(api, path, headers)]) {
      expect(answer.status).toBeLessThan(500)
      expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
    }
  })

  it('the key of a device, in the header or in the cookie', async () => {
    for (const headers of [{ authorization: `Token ${ada.deviceKey}` }, { cookie: `latchkey=${ada.deviceKey}` }]) {
      for (const answer of [await api.get(PAGE, headers), await fetchPageData(api, PAGE, headers)]) {
        expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
      }
    }
  })
})

describe('with a session', () => {
  it.each([
    ['as a page', (cookie: string) => api.get(PAGE, { cookie })],
    ['as data', (cookie: string) => fetchPageData(api, PAGE, { cookie })],
    ['as data below the layout', (cookie: string) => fetchPageData(api, PAGE, { cookie, ...belowLayout })],
  ])('everybody sees their own tokens and no others: %s', async (_name, open) => {
    const [hers, his] = [await open(ada.cookie), await open(grace.cookie)]
    expect([hers.status, his.status]).toEqual([200, 200])
    expect(hers.text).toContain('planted-by-ada')
    expect(hers.text).not.toContain('planted-by-grace')
    expect(his.text).toContain('planted-by-grace')
    expect(his.text).not.toContain('planted-by-ada')
  })

  it('forty pages at once are never mixed up', async () => {
    const people = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ada : grace))
    const answers = await Promise.all(people.map(({ cookie }) => api.get(PAGE, { cookie })))
    answers.forEach(({ text }, index) => {
      expect([text.includes('planted-by-ada'), text.includes('planted-by-grace')]).toEqual([
        index % 2 === 0,
        index % 2 === 1,
      ])
    })
  })

  it('ends with the session: the page is gone at once', async () => {
    const started = await api.signIn('session', 'grace', PASSWORD)
    const cookie = started.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await api.get(PAGE, { cookie })).status).toBe(200)
    await api.send({ method: 'DELETE', path: '/api/v1/auth/session', headers: { cookie, origin: server.origin } })
    const [page, data] = [await api.get(PAGE, { cookie }), await fetchPageData(api, PAGE, { cookie })]
    expect(everythingIn(page) + everythingIn(data)).not.toContain('planted-by-grace')
    expect(page.headers.location).toBe('/login')
  })
})
