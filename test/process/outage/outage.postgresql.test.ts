import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBehindLine, type BreakableLine } from '@/test/support/servers/breakable-line'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'
import type { ServerProcess } from '@/test/support/servers/server-process'
import { startStopwatch } from '@/test/support/stopwatch'
import type { TcpProxy } from '@/test/support/servers/tcp-proxy'

let whole: BreakableLine
let line: TcpProxy
let server: ServerProcess
let api: RemoteApi
let ada: Person
let revoked: MadeToken

beforeAll(async () => {
  whole = await startBehindLine()
  line = whole.line
  server = whole.server
  api = remoteApi(whole.server.origin)
  ada = await api.newPerson('ada')
  revoked = await api.createToken(ada.deviceKey, 'revoked')
  await api.revoke(ada.deviceKey, revoked.id)
})
afterAll(() => whole.stop())

const health = (name: 'live' | 'ready') => api.get(`/api/health/${name}`)

const asDevice = () => ({ authorization: `Token ${ada.deviceKey}` })
const asBrowser = () => ({ cookie: ada.cookie, origin: server.origin })
const tokens = '/api/v1/auth/tokens'

/** Requests that need the database, by name. */
const dependents: Record<string, () => Promise<WireAnswer>> = {
  'a verdict': () => api.verify(ada.deviceKey),
  'a verdict on a revoked key': () => api.verify(revoked.key),
  'an account': () => api.get('/api/v1/auth/user', asDevice()),
  'a list': () => api.get(tokens, asBrowser()),
  'a token made': () => api.post(tokens, { name: 'late' }, asDevice()),
  'a sign-in': () => api.signIn('login', 'ada'),
  'a sign-out': () => api.send({ method: 'DELETE', path: '/api/v1/auth/session', headers: asBrowser() }),
}

const pages = ['/', '/setup', '/settings/tokens', '/settings/devices', '/settings/security', '/settings/profile']

/** Requests readiness until the answer has this status. */
async function untilReadiness(status: number): Promise<WireAnswer> {
  for (const stopwatch = startStopwatch(); ;) {
    const answer = await health('ready')
    if (answer.status === status) return answer
    stopwatch.expectWithin('recovery')
  }
}

describe.each(['cut', 'frozen'] as const)('while the line to the database is %s', (mode) => {
  beforeEach(() => line.set(mode))
  afterEach(async () => {
    line.set('open')
    await untilReadiness(200)
  })

  it('every request that needs it gets 503 within seconds, neither accepted nor rejected', async () => {
    const stopwatch = startStopwatch()
    let answered = 0
    const asked = Object.entries(dependents).map(async ([name, ask]) => {
      const answer = await ask()
      answered += 1
      return [name, answer] as const
    })
    expect((await health('live')).status).toBe(200)
    // Liveness waits for nothing that the database delays.
    if (mode === 'frozen') expect(answered).toBe(0)
    const answers = await Promise.all(asked)
    stopwatch.expectWithin('answerInOutage')
    for (const [name, answer] of answers) {
      expect(answer.status, name).toBe(503)
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expect(answer.headers).not.toHaveProperty('set-cookie')
      expect(answer.json()).toMatchObject({ code: 'store_unavailable' })
      expectHardened(answer)
    }
  })

  it('readiness answers 503', async () => {
    const answer = await untilReadiness(503)
    expect(answer.json()).toEqual(expect.objectContaining({ code: 'not_ready', title: 'The server isn’t ready' }))
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expectHardened(answer)
  })

  it.each(pages)('%s says that it is unavailable, and neither shows nor stores anything', async (path) => {
    const answer = await api.get(path, { cookie: ada.cookie })
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.text).toContain('store_unavailable')
    expect(answer.text).not.toMatch(/ada@example\.com|lk[pds]_|prisma|postgres/i)
    expectHardened(answer)
  })

  it.each(['/login', '/register', '/docs/api'])('%s loads, but without any account’s data', async (path) => {
    const { status, text } = await api.get(path, { cookie: ada.cookie })
    expect(status).toBe(200)
    expect(text).not.toContain('ada@example.com')
  })
})

describe('after the outage', () => {
  it.each(['cut', 'frozen'] as const)(
    'everything works as before within seconds, without a restart: %s',
    async (mode) => {
      line.set(mode)
      expect((await api.verify(ada.deviceKey)).status).toBe(503)
      line.set('open')
      await untilReadiness(200)
      expect((await api.verify(ada.deviceKey)).status).toBe(200)
      expect((await api.verify(revoked.key)).json()).toMatchObject({ status: 401, code: 'token_revoked' })
      expect((await api.get('/settings/tokens', { cookie: ada.cookie })).status).toBe(200)
    },
  )

  it('each line of the log is one JSON object without secrets', () => {
    expect(server.stderr()).toBe('')
    const lines = server
      .stdout()
      .split('\n')
      .filter((line) => line !== '' && !/^(?:latchkey: | ?✓ )/.test(line))
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) })
    const logged = server.stdout() + server.stderr()
    expect(logged).toContain('store_unavailable')
    for (const secret of [ada.deviceKey, revoked.key, ada.cookie]) expect(logged).not.toContain(secret.slice(-34, -4))
    expect(logged).not.toMatch(/correct horse|\$2b\$|postgres(?:ql)?:\/\//)
  })
})

describe('readiness', () => {
  it('queries the database at most once a second, however many requests ask', async () => {
    const pings = () => line.sent().toString('latin1').split('_prisma_migrations').length
    const before = pings()
    const stopwatch = startStopwatch()
    const answers = await Promise.all(Array.from({ length: 300 }, () => health('ready')))
    const seconds = stopwatch.elapsedSeconds()
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 300 }, () => 200))
    expect(pings() - before).toBeLessThanOrEqual(Math.ceil(seconds) + 1)
    expect(answers[0]?.json()).toEqual({ status: 'ready', clock_skew_ms: expect.any(Number) })
  })

  it('is not checked by liveness requests', async () => {
    // The server itself queries the database every few seconds, so in some of the five rounds but not in all. Each
    // round is longer than the second for which a readiness answer is cached, and so is the initial pause.
    await sleep(1100)
    const sent: number[] = []
    while (sent.length < 5) {
      const before = line.sent().length
      await Promise.all(Array.from({ length: 10 }, () => health('live')))
      await sleep(1100)
      sent.push(line.sent().length - before)
    }
    expect(sent).toContain(0)
  })
})
