import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everythingIn, fetchPageData } from '@/test/support/page-data'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/remote-api'
import { startServer, type ServerProcess } from '@/test/support/server-process'

const PAGES = ['/settings/tokens', '/settings/devices', '/settings/security', '/settings/profile']

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
  for (const username of ['ada', 'grace']) {
    await api.post('/api/v1/auth/login', { username, password: PASSWORD, device_name: `planted-by-${username}` })
  }
})
afterAll(() => server.stop('SIGINT'))

const nameOf = (page: string) => page.replace('/settings/', '')

/** What a page shows of a person, and of nobody else. */
const markOf = (page: string, person: string) =>
  page === '/settings/profile' ? `${person}@example.com` : `planted-by-${person}`

/** What a browser says that has the layout already, with its guard, and wants the page alone. */
const belowLayout = (page: string) => ({
  'next-router-state-tree': encodeURIComponent(
    `["",{"children":["(dashboard)",{"children":["settings",{"children":["${nameOf(page)}",{"children":["__PAGE__",{},null,"refetch"]}]}]}]}]`,
  ),
})
const subrequest = Array.from({ length: 5 }, () => 'middleware').join(':')

/** The ways that have led around the guards of pages in Next.js before. */
const detoursTo = (page: string): [name: string, path: string, headers: Record<string, string>][] => [
  ['nothing', page, {}],
  ['HEAD', page, {}],
  ['RSC', page, { rsc: '1' }],
  ['a prefetch', page, { rsc: '1', 'next-router-prefetch': '1' }],
  ['a prefetch at run time', page, { rsc: '1', 'next-router-prefetch': '2' }],
  ['a prefetch without RSC', page, { 'next-router-prefetch': '1', purpose: 'prefetch' }],
  ['the tree', page, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['a segment', page, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': `${page}/__PAGE__` }],
  ['the page below its layout', page, { rsc: '1', ...belowLayout(page) }],
  ['_rsc', `${page}?_rsc=x`, {}],
  ['_rsc and RSC', `${page}?_rsc=x`, { rsc: '1' }],
  ['.rsc', `${page}.rsc`, {}],
  ['.prefetch.rsc', `${page}.prefetch.rsc`, {}],
  ['.segments', `${page}.segments/_tree.segment.rsc`, {}],
  ['.txt', `${page}.txt`, {}],
  ['.json', `${page}.json`, {}],
  ['_next/data', `/_next/data/build${page}.json`, { 'x-nextjs-data': '1' }],
  ['two slashes', `/${page}`, {}],
  ['two slashes within', `/settings//${nameOf(page)}`, {}],
  ['a slash at the end', `${page}/`, {}],
  ['a backslash', `/settings\\${nameOf(page)}`, {}],
  ['an encoded letter', `/%73ettings/${nameOf(page)}`, {}],
  ['an encoded slash', `/settings%2f${nameOf(page)}`, {}],
  ['upper case', `/SETTINGS/${nameOf(page)}`, {}],
  ['the name of its group', `/(dashboard)${page}`, {}],
  ['a path behind the guard of another', `/login/..${page}`, {}],
  ['a locale', `/en${page}`, {}],
  ['the header of the middleware', page, { 'x-middleware-subrequest': subrequest }],
  ['the header of the middleware in src', page, { 'x-middleware-subrequest': `src/${subrequest}` }],
  ['an inner path', '/login', { 'x-matched-path': page, 'x-invoke-path': page, 'x-now-route-matches': '1' }],
  ['an original URL', '/', { 'x-original-url': page, 'x-rewrite-url': page, 'x-middleware-rewrite': page }],
  ['a preview', page, { cookie: '__prerender_bypass=x; __next_preview_data=x', 'x-prerender-revalidate': 'x' }],
  ['a key for a cookie', page, { authorization: 'Token lkp_000000000000000000000000000000000000' }],
] // prettier-ignore

const NOTHING_OF_IT = /planted-by|ada@example\.com|lk[pds]_/

describe.each(PAGES)('without a session, no way leads to a byte of %s', (page) => {
  it.each(detoursTo(page))('%s', async (name, path, headers) => {
    const method = name === 'HEAD' ? 'HEAD' : 'GET'
    for (const answer of [await api.send({ method, path, headers }), await fetchPageData(api, path, headers)]) {
      expect(answer.status).toBeLessThan(500)
      expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
    }
  })

  it('the key of a device, in the header or in the cookie', async () => {
    for (const headers of [{ authorization: `Token ${ada.deviceKey}` }, { cookie: `latchkey=${ada.deviceKey}` }]) {
      for (const answer of [await api.get(page, headers), await fetchPageData(api, page, headers)]) {
        expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
      }
    }
  })
})

describe.each(PAGES)('with a session, on %s', (page) => {
  it.each([
    ['as a page', (cookie: string) => api.get(page, { cookie })],
    ['as data', (cookie: string) => fetchPageData(api, page, { cookie })],
    ['as data below the layout', (cookie: string) => fetchPageData(api, page, { cookie, ...belowLayout(page) })],
  ])('everybody sees what is their own and no others: %s', async (_name, open) => {
    const [hers, his] = [await open(ada.cookie), await open(grace.cookie)]
    expect([hers.status, his.status]).toEqual([200, 200])
    expect(hers.text).toContain(markOf(page, 'ada'))
    expect(hers.text).not.toContain(markOf(page, 'grace'))
    expect(his.text).toContain(markOf(page, 'grace'))
    expect(his.text).not.toContain(markOf(page, 'ada'))
  })

  it('forty at once are never mixed up', async () => {
    const people = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? ada : grace))
    const answers = await Promise.all(people.map(({ cookie }) => api.get(page, { cookie })))
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    answers.forEach(({ text }, index) => {
      expect([text.includes(markOf(page, 'ada')), text.includes(markOf(page, 'grace'))]).toEqual([
        index % 2 === 0,
        index % 2 === 1,
      ])
    })
  })

  it('it ends with the session: the page is gone at once', async () => {
    const started = await api.signIn('session', 'grace', PASSWORD)
    const cookie = started.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await api.get(page, { cookie })).status).toBe(200)
    await api.send({ method: 'DELETE', path: '/api/v1/auth/session', headers: { cookie, origin: server.origin } })
    const [shown, data] = [await api.get(page, { cookie }), await fetchPageData(api, page, { cookie })]
    expect(everythingIn(shown) + everythingIn(data)).not.toContain(markOf(page, 'grace'))
    expect(shown.headers.location).toBe(`/login?next=${encodeURIComponent(page)}`)
  })
})

it('the description of the API knows nobody who is not signed in', async () => {
  const answer = await api.get('/docs/api')
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('/api/v1/auth/login')
  expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
})
