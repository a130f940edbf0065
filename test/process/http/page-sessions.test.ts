import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts } from '@/lib/edge/contracts'
import { adminPages } from '@/test/support/requests/admin-pages'
import { fetchPageData } from '@/test/support/requests/page-data'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PAGES = [
  '/settings/tokens',
  '/settings/tokens/new',
  '/settings/devices',
  '/settings/security',
  '/settings/profile',
]
/** Pages that emails link to. */
const LINK_PAGES = ['/reset-password', '/verify-email', '/confirm-email', '/undo-email', '/register']
/** Usage and sign-in counts are written in batches, at any time. */
const OF_USE = /^(?:last_used_.*|idle_expires_at)$/
const TABLES_OF_USE = /^(?:token_usage|token_address|sign_in_day|rate_limit|_prisma_migrations|sqlite_.*)$/
const ENDED = '/login?next=%2Fsettings%2Ftokens&ended=1'

let server: ServerProcess
let api: RemoteApi
let database: Database.Database
let chief: Person

beforeAll(async () => {
  server = await startServer({ env: { SETUP_CODE: 'a-code-for-this-test' } })
  api = remoteApi(server.origin)
  chief = await api.newFirstAdmin('chief', 'a-code-for-this-test')
  database = new Database(path.join(server.dataDir, 'latchkey.db'), { timeout: 30_000 })
})
afterAll(async () => {
  database.close()
  await server.stop('SIGINT')
})

/** Returns every row of every table, except usage counts. */
function everyRow(): string[] {
  const tables = database.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  return tables
    .filter(({ name }) => !TABLES_OF_USE.test(name))
    .flatMap(({ name }) => database.prepare<[], object>(`SELECT '${name}' AS "table", * FROM "${name}"`).all())
    .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !OF_USE.test(column))))
}

const newSession = async () => {
  const { headers } = await api.signIn('session', 'chief')
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** Returns where a page and its data send a browser with this cookie, and the status that the API answers. */
async function treatmentOf(cookie: string) {
  const [page, data, asked] = [
    await api.get('/settings/tokens', { cookie }),
    await fetchPageData(api, '/settings/tokens', { cookie }),
    await api.get('/api/v1/auth/user', { cookie }),
  ]
  return { page: page.headers.location, hasData: data.text.includes('chief'), status: asked.status }
}

const LIVE = { page: undefined, hasData: true, status: 200 }
const DEAD = { page: ENDED, hasData: false, status: 401 }

describe('opening a page changes nothing', () => {
  it('for administration pages or for links that an email scanner follows', async () => {
    const authorization = `Token ${chief.deviceKey}`
    const made = await api.post(
      '/api/v1/admin/users',
      { username: 'maya', email: 'maya@example.com' },
      { authorization },
    )
    const { user, password_reset } = made.json() as { user: { id: string }; password_reset: { url: string } }
    const secret = new URL(password_reset.url).hash.slice(1)
    const { cookie } = chief
    const paths = [...PAGES, ...adminPages(user.id).map((page) => page.path), '/docs/api', '/', '/login', '/setup']
    const before = everyRow()
    for (const at of [...paths, ...LINK_PAGES.map((page) => `${page}?${secret}`)])
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await api.send({ method, path: at, headers: { cookie } })
    for (const door of ['password/reset/confirm', 'password/reset/check', 'verify-email', 'email/confirm'])
      expect((await api.get(`/api/v1/auth/${door}?${secret}`, { cookie })).status).toBe(405)
    const after = everyRow()
    expect(after.filter((row) => !before.includes(row))).toEqual([])
    // Only email goes away on its own, because the server delivers it.
    expect(before.filter((row) => !after.includes(row) && !row.includes('outbox_mail'))).toEqual([])
    const link = Object.fromEntries(new URLSearchParams(secret))
    expect((await api.post('/api/v1/auth/password/reset/check', link)).status).toBe(200)
  })
})

describe('a browser session', () => {
  it.each([
    ['its expiry', 'expires_at'],
    ['its idle timeout', 'idle_expires_at'],
  ])('opens no page after %s, however long its cookie lasts', async (_, column) => {
    const cookie = await newSession()
    expect(await treatmentOf(cookie)).toEqual(LIVE)
    const newest = `SELECT id FROM token WHERE kind = 'session' ORDER BY id DESC LIMIT 1`
    database.prepare(`UPDATE token SET ${column} = ? WHERE id = (${newest})`).run('2020-01-01T00:00:00.000+00:00')
    expect(await treatmentOf(cookie)).toEqual(DEAD)
  })

  it('is replaced when its owner confirms the password or signs in again', async () => {
    const planted = await newSession()
    const headers = { cookie: planted, origin: server.origin }
    const confirmed = await api.post('/api/v1/auth/reauthenticate', { password: PASSWORD }, headers)
    const second = confirmed.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect(await treatmentOf(planted)).toEqual(DEAD)
    expect(await treatmentOf(second)).toEqual(LIVE)
    const again = await api.post(
      '/api/v1/auth/session',
      { username: 'chief', password: PASSWORD },
      { ...headers, cookie: second },
    )
    const third = again.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    expect([planted, second]).not.toContain(third)
    expect(await treatmentOf(third)).toEqual(LIVE)
    expect(await treatmentOf(`${third}; ${planted}`)).toEqual(DEAD)
  })

  it('belongs to one account: a request for another account changes nothing', async () => {
    const { cookie } = await api.newPerson('grace')
    const headers = { cookie, origin: server.origin, 'x-latchkey-account': '01a22278-1ca8-767a-a1a1-80b99f491b9e' }
    const answer = await api.post('/api/v1/auth/tokens', { name: 'for another' }, headers)
    expect([answer.status, (answer.json() as { code: string }).code]).toEqual([409, 'account_changed'])
    expect(database.prepare(`SELECT id FROM token WHERE name = 'for another'`).all()).toEqual([])
  })
})

describe('another origin', () => {
  it('reads nothing with a cookie, and no preflight allows it to send one, at any endpoint', async () => {
    const origins = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://sub.localhost']
    const cookie = await newSession()
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, x-latchkey-account',
    }
    const ofCookies = contracts.filter(({ auth, setsCookie }) => setsCookie ?? auth.includes('session'))
    expect(ofCookies.length).toBeGreaterThan(30)
    for (const [index, contract] of ofCookies.entries()) {
      const origin = origins[index % origins.length]
      const at = contract.path.replace(/\{\w+\}/g, '01a22278-1ca8-767a-a1a1-80b99f491b9e')
      const method = contract.method === 'GET' ? 'GET' : 'OPTIONS'
      const answer = await api.send({ method, path: at, headers: { origin, cookie, ...preflight } })
      const names = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))
      expect(names, `${method} ${at}`).toEqual([])
      expect(JSON.stringify(answer.headers)).not.toContain('evil.example')
    }
  })
})
