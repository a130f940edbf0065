import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/expect-hardened'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/remote-api'
import type { WireAnswer } from '@/test/support/send-request'
import { startServer, type ServerProcess } from '@/test/support/server-process'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer({ env: { BCRYPT_COST: '12' } })
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

/** An answer, and how many milliseconds it took. */
async function timed(ask: () => Promise<WireAnswer>) {
  const started = performance.now()
  return { answer: await ask(), took: performance.now() - started }
}

/** Asks again and again until `done`; the statuses, and how long the slowest answer took. */
async function askUntil(done: Promise<unknown>, ask: () => Promise<WireAnswer>) {
  let isDone = false
  void done.then(() => (isDone = true))
  const statuses = new Set<number>()
  let slowest = 0
  let count = 0
  for (; !isDone; count += 1) {
    const { answer, took } = await timed(ask)
    statuses.add(answer.status)
    slowest = Math.max(slowest, took)
    await sleep(20)
  }
  return { statuses: [...statuses], slowest, count }
}

describe('120 sign-ins at once', () => {
  it('are each answered soon, and take nothing from verdicts and health', async () => {
    const signIns = Promise.all(Array.from({ length: 120 }, () => timed(() => api.signIn('login', 'ada'))))
    const asides = await Promise.all([
      askUntil(signIns, () => api.verify(ada.deviceKey)),
      askUntil(signIns, () => api.get('/api/health/live')),
      askUntil(signIns, () => api.get('/login')),
    ])
    const answers = await signIns
    const served = answers.filter(({ answer }) => answer.status === 200)
    const refused = answers.filter(({ answer }) => answer.status === 503)
    expect(served.length + refused.length).toBe(120)
    // Those at work and those in the queue are served; nobody waits longer than that.
    expect(served.length).toBeGreaterThanOrEqual(30)
    expect(refused.length).toBeGreaterThanOrEqual(30)
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(15_000)
    for (const { answer } of refused) {
      expect(answer.json()).toMatchObject({ code: 'busy' })
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expectHardened(answer)
    }
    for (const { statuses, slowest, count } of asides) {
      expect(statuses).toEqual([200])
      expect(count).toBeGreaterThan(5)
      expect(slowest).toBeLessThan(3000)
    }
  })

  it('leave nothing behind: the next one is served', async () => {
    expect((await api.signIn('login', 'ada')).status).toBe(200)
  })

  it('with a wrong password and an unknown name queue like the right ones', async () => {
    const tries = Array.from({ length: 80 }, (_, index) => api.signIn('login', index % 2 === 0 ? 'ada' : 'nobody', 'wrong-wrong-wrong'))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401, 503]))
  })
})
