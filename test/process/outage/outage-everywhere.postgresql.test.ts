import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBehindLine, type BreakableLine } from '@/test/support/servers/breakable-line'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import {
  pagesBy,
  PROVIDER_SETTINGS,
  requestsOf,
  type Holder,
  type TitledRequest,
} from '@/test/support/requests/outage-requests'
import { PASSWORD, remoteApi, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { answersInTime, startStopwatch } from '@/test/support/stopwatch'
import { waitUntil } from '@/test/support/wait-until'

/** How many requests run at once. More would wait for the processor, not for the database. */
const AT_ONCE = 40
const SETUP_CODE = 'a-code-for-this-test'

let whole: BreakableLine
let api: RemoteApi
let holder: Holder

beforeAll(async () => {
  whole = await startBehindLine({ SETUP_CODE, ...PROVIDER_SETTINGS })
  const { origin } = whole.server
  api = remoteApi(origin)
  holder = await newHolder(origin)
})
afterAll(() => whole.stop())

async function newHolder(origin: string): Promise<Holder> {
  const { username, deviceKey, cookie } = await api.newFirstAdmin('chief', SETUP_CODE)
  const asDevice = { authorization: `Token ${deviceKey}` }
  const scopes = ['admin', 'introspect']
  const personal = await api.post('/api/v1/auth/tokens', { name: 'all', scopes }, asDevice)
  const pair = (await api.post('/api/v1/auth/jwt/create', { username, password: PASSWORD })).json()
  const { id, email } = (await api.get('/api/v1/auth/user', asDevice)).json()
  const keys = { device: deviceKey, session: cookie, personal: personal.json().key, access: pair.access }
  return { id, username, email, origin, keys, refresh: pair.refresh }
}

/** Returns a plausible access token that names an unknown signing key, which makes the server reload its keys. */
function withUnknownKey(jwt: string): string {
  const header = { alg: 'EdDSA', kid: 'nobody-knows-it', typ: 'at+jwt' }
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...jwt.split('.').slice(1)].join('.')
}

type Answered = WireAnswer & { title: string; path: string }

async function askAll(requests: readonly TitledRequest[]): Promise<Answered[]> {
  const ask = async ([title, wire]: TitledRequest) => {
    const stopwatch = startStopwatch()
    const answer = await api.send(wire)
    stopwatch.expectWithin('answerInOutage')
    return { ...answer, title, path: wire.path ?? '' }
  }
  const answers: Answered[] = []
  for (let from = 0; from < requests.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(requests.slice(from, from + AT_ONCE).map(ask))))
  }
  return answers
}

/** Returns the error code that an endpoint answers while the database is unreachable. */
function reasonAt(path: string): string {
  // The OAuth error code for this (RFC 6749, section 4.1.2.1).
  if (/\/auth\/(?:revoke|introspect)$/.test(path)) return '"error":"temporarily_unavailable"'
  return path === '/api/health/ready' ? 'not_ready' : 'store_unavailable'
}

/** Returns one line that describes a wrong answer in an outage, or null if the answer is right. */
function wrongIn({ status, headers, text, title, path }: Answered): string | null {
  const isRight =
    status === 503 &&
    Number(headers['retry-after']) > 0 &&
    headers['cache-control']?.includes('no-store') === true &&
    headers['set-cookie'] === undefined &&
    text.includes(reasonAt(path))
  return isRight ? null : `${title}: ${status}, ${JSON.stringify(headers)} ${text.slice(0, 300)}`
}

const verifyUnknown = () => api.verify(withUnknownKey(holder.keys.access))
const SECRETS = /lk[pdsr]_|chief@example\.com|prisma|postgres/i

/** Sends requests until an answer has this status. */
async function untilStatus(status: number, ask: () => Promise<WireAnswer>): Promise<WireAnswer> {
  let answer = await ask()
  await waitUntil(
    async () => answer.status === status || (answer = await ask()).status === status,
    () => `a ${status}, not ${answer.text}`,
  )
  return answer
}

describe.each(['reset', 'refused', 'frozen'] as const)('while the line to the database is %s', (mode) => {
  it('every endpoint, page, and credential gets 503 in time and works again on its own', async () => {
    const { dependent, independent } = pagesBy(holder.id)
    const asBrowser = { cookie: holder.keys.session }
    const pages = (paths: string[]) => paths.map((path): TitledRequest => [path, { path, headers: asBrowser }])

    whole.line.set(mode)
    const endpoints = requestsOf(holder)
    expect(endpoints.length).toBeGreaterThan(100)
    const [answers, shown] = await Promise.all([
      askAll([...endpoints, ...pages(dependent)]),
      askAll(pages(independent)),
    ])
    expect(answers.map(wrongIn).filter((wrong) => wrong !== null)).toEqual([])
    for (const { status, text, title } of shown) {
      expect(status, title).toBe(200)
      expect(text, title).not.toMatch(SECRETS)
    }
    for (const answer of answers) {
      expectHardened(answer)
      expect(answer.text, answer.title).not.toMatch(SECRETS)
    }
    expect((await untilStatus(503, verifyUnknown)).json()).toMatchObject({ code: 'store_unavailable' })
    const { device, session, personal, access } = holder.keys
    for (const key of [personal, access]) {
      const verdicts = await answersInTime('answerInOutage', () => api.verify(key))
      expect(verdicts.map(({ status }) => status)).toEqual(verdicts.map(() => 503))
    }
    await answersInTime('answerInOutage', () => api.get('/.well-known/jwks.json'))
    await answersInTime('answerInOutage', () => api.get('/api/v1/auth/config'))
    expect((await api.get('/api/health/live')).status).toBe(200)

    whole.line.set('open')
    for (const key of [device, personal, access])
      expect((await untilStatus(200, () => api.verify(key))).status).toBe(200)
    const again: TitledRequest[] = [
      ...pages(['/settings/tokens', '/admin/users']),
      ['jwks', { path: '/.well-known/jwks.json' }],
      ['account', { path: '/api/v1/auth/user', headers: { authorization: `Bearer ${access}` } }],
      ['list', { path: '/api/v1/auth/tokens', headers: { cookie: session } }],
    ]
    for (const [title, wire] of again) expect((await untilStatus(200, () => api.send(wire))).status, title).toBe(200)
    expect((await untilStatus(401, verifyUnknown)).json()).toMatchObject({ code: 'token_unknown' })
  })
})
