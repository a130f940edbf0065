import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBehindLine, type BreakableLine } from '@/test/support/servers/breakable-line'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { remoteApi, type MadeToken, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { answersInTime, startStopwatch } from '@/test/support/stopwatch'
import type { TcpProxy } from '@/test/support/servers/tcp-proxy'
import { waitUntil } from '@/test/support/wait-until'

let whole: BreakableLine
let line: TcpProxy
let api: RemoteApi
let ada: Person
let revoked: MadeToken

beforeAll(async () => {
  whole = await startBehindLine()
  line = whole.line
  api = remoteApi(whole.server.origin)
  ada = await api.newPerson('ada')
  revoked = await api.createToken(ada.deviceKey, 'revoked')
  await api.revoke(ada.deviceKey, revoked.id)
})
afterAll(() => whole.stop())

const introspect = (key: string) =>
  api.post('/api/v1/auth/introspect', { token: revoked.key }, { authorization: `Bearer ${key}` })

/** Waits until the gate accepts a good key again. */
const untilHealed = () =>
  waitUntil(
    async () => (await api.verify(ada.deviceKey)).status === 200,
    () => 'the gate to recover',
  )

describe.each(['cut', 'reset', 'frozen', 'drip'] as const)('while the line to the database is %s', (mode) => {
  beforeEach(() => line.set(mode))
  afterEach(async () => {
    line.set('open')
    await untilHealed()
  })

  it('a hundred concurrent verifications get 503 within 2.5 s, so keys are neither accepted nor rejected', async () => {
    const stopwatch = startStopwatch()
    const questions = Array.from({ length: 100 }, (_, index) => {
      if (index % 3 === 0) return introspect(ada.deviceKey)
      return api.verify(index % 3 === 1 ? ada.deviceKey : revoked.key)
    })
    const answers = await Promise.all(questions)
    stopwatch.expectWithin('answerInOutage')
    for (const answer of answers) {
      expect(answer.status, answer.text).toBe(503)
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expect(answer.json()).toMatchObject({ code: 'store_unavailable' })
      expect(Object.keys(answer.headers).filter((name) => /^(?:remote-|x-user|x-token)/.test(name))).toEqual([])
      expectHardened(answer)
    }
  })

  it('sequential verifications get 503 in time, and the process keeps running', async () => {
    for (let round = 0; round < 3; round += 1) {
      const answers = await answersInTime('answerInOutage', () => api.verify(ada.deviceKey))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    }
    expect((await api.get('/api/health/live')).status).toBe(200)
  })

  it('answers that need no database stay the same', async () => {
    expect((await api.verify('lkp_malformed')).json()).toMatchObject({ code: 'token_malformed' })
    expect((await api.get('/api/v1/auth/verify')).json()).toMatchObject({ code: 'token_missing' })
  })

  it('verification recovers on its own within 5 s of the line coming back', async () => {
    expect((await api.verify(ada.deviceKey)).status).toBe(503)
    line.set('open')
    const stopwatch = startStopwatch()
    await untilHealed()
    stopwatch.expectWithin('recovery')
    expect((await api.verify(revoked.key)).json()).toMatchObject({ code: 'token_revoked' })
  })
})

it('a slow line makes answers slow but correct', async () => {
  const askAtOnce = () => Promise.all(Array.from({ length: 20 }, () => api.verify(ada.deviceKey)))
  // Opens the connections that the test needs. Opening one over a slow line takes too many round trips.
  await askAtOnce()
  line.set('slow')
  const answers = await askAtOnce()
  line.set('open')
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})
