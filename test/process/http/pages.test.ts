import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminPages } from '@/test/support/requests/admin-pages'
import { belowLayouts, detoursTo } from '@/test/support/requests/page-detours'
import { everythingIn, fetchPageData } from '@/test/support/requests/page-data'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PAGES = ['/settings/tokens', '/settings/devices', '/settings/security', '/settings/profile']

const SETUP_CODE = 'a-code-for-this-test'

let server: ServerProcess
let api: RemoteApi
let ada: Person
let grace: Person
let chief: Person

beforeAll(async () => {
  server = await startServer({ env: { SETUP_CODE } })
  api = remoteApi(server.origin)
  chief = await api.newFirstAdmin('chief', SETUP_CODE)
  ada = await api.newPerson('ada')
  grace = await api.newPerson('grace')
  await api.createToken(ada.deviceKey, 'planted-by-ada')
  await api.createToken(grace.deviceKey, 'planted-by-grace')
  const asChief = { authorization: `Token ${chief.deviceKey}` }
  await api.post('/api/v1/admin/invites', { email: 'guest@example.com' }, asChief)
  for (const username of ['ada', 'grace']) {
    await api.post('/api/v1/auth/login', { username, password: PASSWORD, device_name: `planted-by-${username}` })
  }
})
afterAll(() => server.stop('SIGINT'))

const nameOf = (page: string) => page.replace('/settings/', '')

/** Returns text that a page shows to one account and to no other. */
const markOf = (page: string, person: string) =>
  page === '/settings/profile' ? `${person}@example.com` : `planted-by-${person}`

const segmentsOf = (page: string) => ['(dashboard)', 'settings', nameOf(page)]
const belowLayout = (page: string) => belowLayouts(segmentsOf(page))

const NOTHING_OF_IT = /planted-by|ada@example\.com|lk[pds]_/

describe.each(PAGES)('without a session, no path leads to any content of %s', (page) => {
  it.each(detoursTo(page, segmentsOf(page)))('%s', async (name, path, headers) => {
    const method = name === 'HEAD' ? 'HEAD' : 'GET'
    for (const answer of [await api.send({ method, path, headers }), await fetchPageData(api, path, headers)]) {
      expect(answer.status).toBeLessThan(500)
      expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
    }
  })

  it('an app’s key, in the header or in the cookie', async () => {
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
  ])('each account sees its own data and no other: %s', async (_name, open) => {
    const [hers, his] = [await open(ada.cookie), await open(grace.cookie)]
    expect([hers.status, his.status]).toEqual([200, 200])
    expect(hers.text).toContain(markOf(page, 'ada'))
    expect(hers.text).not.toContain(markOf(page, 'grace'))
    expect(his.text).toContain(markOf(page, 'grace'))
    expect(his.text).not.toContain(markOf(page, 'ada'))
  })

  it('forty concurrent requests are never mixed up', async () => {
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

  it('the page is gone as soon as the session is signed out', async () => {
    const started = await api.signIn('session', 'grace', PASSWORD)
    const cookie = started.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect((await api.get(page, { cookie })).status).toBe(200)
    await api.send({ method: 'DELETE', path: '/api/v1/auth/session', headers: { cookie, origin: server.origin } })
    const [shown, data] = [await api.get(page, { cookie }), await fetchPageData(api, page, { cookie })]
    expect(everythingIn(shown) + everythingIn(data)).not.toContain(markOf(page, 'grace'))
    expect(shown.headers.location).toBe(`/login?next=${encodeURIComponent(page)}&ended=1`)
  })
})

/** Returns the texts of a page that are long enough to be distinctive. */
function textsIn(html: string): string[] {
  const texts = html.split(/<script[^]*?<\/script>|<[^>]+>/).map((text) => text.trim())
  return [...new Set(texts.filter((text) => text.length > 4))]
}

/** The texts of the pages themselves, which every visitor may see: Next.js shows placeholders until a page is ready. */
const SOURCES = ['app', 'components']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replaceAll(/\s+/g, ' ')

describe('without the administrator role, no path leads to any content of', () => {
  it.each(adminPages())('$path', async ({ file }) => {
    const { id } = (await api.get('/api/v1/auth/user', { authorization: `Token ${ada.deviceKey}` })).json()
    const { path: page, segments } = adminPages(id).find((one) => one.file === file)!
    const absent = everythingIn(await api.get('/admin/nowhere', { cookie: grace.cookie }))
    const known = absent + SOURCES + page
    const shown = textsIn((await api.get(page, { cookie: chief.cookie })).text).filter(
      (text) => !known.includes(text.replace(' · Latchkey', '')),
    )
    expect(shown.length, 'texts of the page').toBeGreaterThan(0)
    const answers = detoursTo(page, segments).map(async ([name, path, { cookie, ...headers }]) => {
      const sent = { ...headers, cookie: [grace.cookie, cookie].filter(Boolean).join('; ') }
      const method = name === 'HEAD' ? 'HEAD' : 'GET'
      for (const answer of [await api.send({ method, path, headers: sent }), await fetchPageData(api, path, sent)]) {
        const everything = everythingIn(answer)
        expect(answer.status, name).toBeLessThan(500)
        expect(
          shown.filter((text) => everything.includes(text)),
          name,
        ).toEqual([])
        expect(everything, name).not.toMatch(/planted-by-ada|(?:ada|chief|guest)@example\.com/)
      }
    })
    await Promise.all(answers)
  })

  it('any administration page, because each page checks the role itself', () => {
    for (const { file } of adminPages()) expect(readFileSync(file, 'utf8'), file).toMatch(/await requirePageAdmin\(\)/)
  })
})

it('the API page contains no account data without a session', async () => {
  const answer = await api.get('/docs/api')
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('/api/v1/auth/login')
  expect(everythingIn(answer)).not.toMatch(NOTHING_OF_IT)
})
