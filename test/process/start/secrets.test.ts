import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import { databaseKinds, newScratchPlace, type ScratchPlace } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const WRONG = 'hunter2-hunter2-hunter2'
const METRICS_TOKEN = 'of-the-collector-alone'
const SECRET = `of-the-instance-alone-${'7'.repeat(32)}`

/** Runs a typical day of an account. Returns every secret that was created or typed. */
async function liveThrough(origin: string): Promise<string[]> {
  const api = remoteApi(origin)
  const { deviceKey, cookie } = await api.newPerson('ada')
  const wrong = [await api.signIn('login', 'ada', WRONG), await api.signIn('session', 'nobody', WRONG)]
  expect(wrong.map(({ status }) => status)).toEqual([401, 401])
  const named = await api.post('/api/v1/auth/non-expiring-token', {
    username: 'ada',
    password: PASSWORD,
    token_name: 'sensor',
  })
  const older = await api.signIn('token', 'ada')
  const made = await Promise.all(['ci', 'backup', 'laptop'].map((name) => api.createToken(deviceKey, name)))
  const keys = [
    deviceKey,
    cookie.replace('latchkey=', ''),
    named.json().id_token,
    older.json().id_token,
    ...made.map(({ key }) => key),
  ]
  await changeTokens(origin, cookie, made)
  await leakByMistake(origin, keys)
  await api.send({ method: 'DELETE', path: '/api/v1/auth/session', headers: { cookie, origin } })
  return [PASSWORD, WRONG, ...keys]
}

async function changeTokens(
  origin: string,
  cookie: string,
  [first, second, third]: { id: string; key: string }[],
): Promise<void> {
  const api = remoteApi(origin)
  const headers = { 'content-type': 'application/json', cookie, origin }
  const place = (id = '') => `/api/v1/auth/tokens/${id}`
  const statuses = [
    await api.send({ method: 'PATCH', path: place(first?.id), headers, body: '{"name":"build"}' }),
    await api.send({ method: 'PATCH', path: place(second?.id), headers, body: '{"name":"build"}' }),
    await api.send({ method: 'DELETE', path: place(third?.id), headers, body: '{"reason":"leaked"}' }),
    await api.verify(third?.key ?? ''),
    await api.verify(first?.key ?? ''),
    await api.get('/settings/tokens', { cookie }),
  ].map(({ status }) => status)
  expect(statuses).toEqual([200, 409, 204, 401, 200, 200])
}

/** Puts keys and passwords where they do not belong: URLs, other headers, and rejected bodies. */
async function leakByMistake(origin: string, keys: string[]): Promise<void> {
  const api = remoteApi(origin)
  for (const key of keys) {
    const places = [
      `/api/v1/auth/verify?access_token=${key}`,
      `/api/v1/auth/verify?token=${key}`,
      `/api/v1/auth/tokens?q=${key}`,
    ]
    const refused = await Promise.all(places.map((place) => api.get(place)))
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401])
    await api.get(`/api/v1/auth/tokens/${key}`, { authorization: `Token ${keys[0]}` })
    await Promise.all(
      [`/api/${key}`, `/${key}`, `/settings/tokens?token=${key}`, `/login?password=${WRONG}`].map((place) =>
        api.get(place),
      ),
    )
    await api.get('/login', { referer: `${origin}/?token=${key}`, 'x-api-key': key, authorization: `Basic ${key}` })
    const headers = { 'content-type': 'application/json' }
    for (const body of [
      `{"password":"${PASSWORD}","username":"${key}`,
      key,
      `{"username":"ada","password":"${PASSWORD}","token":"${key}"}`,
    ]) {
      await api.send({ method: 'POST', path: '/api/v1/auth/login', headers, body })
    }
    await api.send({ method: 'POST', path: '/api/v1/auth/login', headers: { 'content-type': key }, body: key })
    await api.send({ method: 'POST', path: `//${key}`, body: WRONG })
  }
}

/** Returns a secret in every form in which it could be stored or logged. Of a key, only the random part. */
function disguisesOf(secret: string): Buffer[] {
  const plain = /^lk[pds]_/.test(secret) ? secret.slice(4, 34) : secret
  const bytes = Buffer.from(plain)
  const texts = [
    plain,
    encodeURIComponent(plain),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ]
  return [...new Set(texts)].map((text) => Buffer.from(text))
}

/** Returns everything that the server stored, files and rows, as bytes. */
async function everythingStored({ dataDir, rows }: ScratchPlace, kind: string): Promise<Buffer> {
  const entries = readdirSync(dataDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'secret')
  const bytes = files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name)))
  if (kind === 'sqlite') return Buffer.concat(bytes)
  const tables = await rows(`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`)
  for (const { name } of tables) {
    const stored = await rows(`SELECT stored::text AS text FROM ${String(name)} stored`)
    bytes.push(Buffer.from(stored.map(({ text }) => String(text)).join('\n')))
  }
  return Buffer.concat(bytes)
}

describe.each(databaseKinds)('on %s, after a day of use', (kind) => {
  let place: ScratchPlace
  let server: ServerProcess
  let secrets: string[]

  beforeAll(async () => {
    place = await newScratchPlace(kind)
    server = await startServer({
      ...place.options,
      env: { LOG_LEVEL: 'trace', LATCHKEY_SECRET: SECRET, METRICS_TOKEN },
    })
    secrets = await liveThrough(server.origin)
  })
  afterAll(async () => {
    await server.stop('SIGINT')
    await place.remove()
  })

  it('no key, cookie, or password is stored', async () => {
    const stored = await everythingStored(place, kind)
    // Proves that the search covers the stored data.
    expect(stored.includes('token.created')).toBe(true)
    for (const secret of [...secrets, SECRET, METRICS_TOKEN]) {
      for (const disguise of disguisesOf(secret))
        expect(stored.includes(disguise), `${secret} as ${String(disguise)}`).toBe(false)
    }
  })

  it('no key, cookie, or password is logged at the most verbose level', () => {
    const logged = Buffer.from(server.stdout() + server.stderr())
    expect(logged.includes('"level":"debug"')).toBe(true)
    for (const secret of [...secrets, SECRET, METRICS_TOKEN]) {
      for (const disguise of disguisesOf(secret))
        expect(logged.includes(disguise), `${secret} as ${String(disguise)}`).toBe(false)
    }
  })

  it('every line of the log is one JSON object', () => {
    const lines = server
      .stdout()
      .split('\n')
      .filter((line) => line !== '' && !/^(?:latchkey: | ?✓ )/.test(line))
    expect(lines.length).toBeGreaterThan(50)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(8192)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
    expect(server.stderr()).toBe('')
  })

  it('the metrics count the day’s requests by route, without any made-up path', async () => {
    const metrics = await remoteApi(server.origin).get('/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })
    const routes = [...metrics.text.matchAll(/_count\{route="([^"]*)"/g)].map(([, route]) => route)
    for (const route of ['/api/v1/auth/login', '/api/v1/auth/tokens/{id}', '/settings/tokens', '/login', 'other']) {
      expect(routes).toContain(route)
    }
    for (const secret of secrets) expect(metrics.text).not.toContain(secret)
  })

  it('passwords are stored as bcrypt hashes with individual salts', async () => {
    await remoteApi(server.origin).register('grace')
    const hashes = (await place.rows('SELECT password_hash AS hash FROM account')).map(({ hash }) => String(hash))
    expect(hashes).toHaveLength(2)
    expect(new Set(hashes).size).toBe(2)
    for (const hash of hashes) expect(hash).toMatch(/^\$2b\$10\$[./A-Za-z0-9]{53}$/)
  })
})
