import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminPages } from '@/test/support/requests/admin-pages'
import { everythingIn, fetchPageData } from '@/test/support/requests/page-data'
import { PASSWORD, remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PAGES = ['/settings/tokens', '/settings/devices', '/settings/security', '/settings/profile']
/** Pages that show names that people chose. */
const WITH_NAMES = PAGES.slice(0, 3)
const IMAGE = '<img src=x onerror=alert(1)>'
const NAMES = ['planted-by-ada', IMAGE, '</script><script>alert(2)</script>', 'javascript:alert(3)']

const SETUP_CODE = 'a-code-for-this-test'

let server: ServerProcess
let api: RemoteApi
let ada: Person
let chief: Person
let made: MadeToken[]

beforeAll(async () => {
  server = await startServer({ env: { SETUP_CODE } })
  api = remoteApi(server.origin)
  chief = await api.newFirstAdmin('chief', SETUP_CODE)
  ada = await api.newPerson('ada')
  made = await Promise.all(NAMES.map((name) => api.createToken(ada.deviceKey, name)))
  for (const device_name of NAMES)
    await api.post('/api/v1/auth/login', { username: 'ada', password: PASSWORD, device_name })
})
afterAll(() => server.stop('SIGINT'))

const DENIED =
  /^(?:password|password_?hash|hash|digest|digest_?algorithm|secrets?|secret_?fingerprint|(?:username|email|live_?name)_?key|failed_?sign_?ins|locked_?until|revision|created_?address|session_?policy|user)$/i

/** Returns every field name in a JSON value, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, entry]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(entry)])
}

describe('a key is shown once', () => {
  it('and no other answer, page, or page data contains it or any stored-only value', async () => {
    const authorization = `Token ${ada.deviceKey}`
    const tokens = '/api/v1/auth/tokens'
    const ids = made.map(({ id }) => `${tokens}/${id}`)
    const paths = [tokens, `${tokens}?kind=personal&limit=100`, ...ids, '/api/v1/auth/user', '/api/v1/auth/verify']
    const answers = await Promise.all(paths.map((path) => api.get(path, { authorization })))
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(namesIn(answer.json()).filter((name) => DENIED.test(name) || name === 'key')).toEqual([])
    }
    const { id } = (await api.get('/api/v1/auth/user', { authorization })).json()
    const looks = [
      ...PAGES.map((path) => [path, ada.cookie] as const),
      ...adminPages(id).map(({ path }) => [path, chief.cookie] as const),
    ]
    const pages = await Promise.all(
      looks.flatMap(([path, cookie]) => [api.get(path, { cookie }), fetchPageData(api, path, { cookie })]),
    )
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    for (const page of pages)
      expect(page.text).not.toMatch(
        /password_?hash|\bdigest\b|secret_?fingerprint|usernameKey|emailKey|failedSignIns|liveNameKey/i,
      )
    const all = [...answers, ...pages].map(everythingIn).join('\n')
    expect(all).toContain('planted-by-ada')
    const others = [ada.deviceKey, ...[ada, chief].map(({ cookie }) => cookie.replace('latchkey=', ''))]
    for (const key of [...made.map(({ key: text }) => text), ...others]) {
      expect(all).not.toContain(key.slice(4, -4))
    }
  })

  it('a sign-in answer contains only the account data that a page needs', async () => {
    const { deviceKey: _, ...rest } = { ...(await api.signIn('login', 'ada')).json(), deviceKey: '' }
    const { user, ...others } = rest
    expect(namesIn(others)).toEqual(['key', 'token_id', 'kind', 'expires_at', 'signed_out'])
    expect(namesIn(user).filter((name) => DENIED.test(name))).toEqual([])
  })
})

it('invitations that do not fit on one page are on the next one', async () => {
  const authorization = `Token ${chief.deviceKey}`
  const invite = (guest: number) =>
    api.post('/api/v1/admin/invites', { email: `guest-${guest}@example.com` }, { authorization })
  for (let guest = 0; guest < 51; guest += 1) await invite(guest)
  const { text } = await api.get('/admin/users/invites', { cookie: chief.cookie })
  const [, next = ''] = /href="(\/admin\/users\/invites\?cursor=[^"]+)"/.exec(text) ?? []
  const rest = await api.get(next, { cookie: chief.cookie })
  expect([text, rest.text].map((page) => page.includes('>guest-0@example.com<'))).toEqual([false, true])
  expect(rest.text).toContain('First page')
})

describe('names are rendered as text', () => {
  it.each(WITH_NAMES)('in the page %s', async (path) => {
    const { text } = await api.get(path, { cookie: ada.cookie })
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toMatch(/<img|<script>alert|href="javascript:/)
  })

  it.each(WITH_NAMES)('in the data of the page %s', async (path) => {
    const { text, headers } = await fetchPageData(api, path, { cookie: ada.cookie })
    expect(headers['content-type']).toBe('text/x-component')
    expect(text).toContain(IMAGE)
  })

  it('in the address', async () => {
    for (const path of [
      '/%3Cscript%3Ealert(1)%3C/script%3E',
      ...PAGES.map((page) => `${page}?cursor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`),
    ]) {
      expect((await api.get(path, { cookie: ada.cookie })).text).not.toContain('<script>alert')
    }
  })
})
