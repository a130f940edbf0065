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
  server = await startServer()
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

/** An answer, and how many milliseconds it took. */
async function timed(ask: () => Promise<WireAnswer>) {
  const started = performance.now()
  return { answer: await ask(), took: performance.now() - started }
}

const slowestOf = (answers: { took: number }[]) => Math.max(...answers.map(({ took }) => took))

/** Asks again and again until `done`. */
async function askUntil(done: Promise<unknown>, ask: () => Promise<WireAnswer>) {
  const answers: Awaited<ReturnType<typeof timed>>[] = []
  const waiting = new AbortController()
  void done.then(() => waiting.abort())
  while (!waiting.signal.aborted) {
    answers.push(await timed(ask))
    await sleep(20)
  }
  return answers
}

const medianOf = (answers: { took: number }[]) =>
  answers.map(({ took }) => took).sort((a, b) => a - b)[answers.length >> 1]

describe('120 sign-ins at once', () => {
  it('are each answered soon, and take nothing from verdicts and health', async () => {
    const signIns = Promise.all(Array.from({ length: 120 }, () => timed(() => api.signIn('login', 'ada'))))
    const asides = await Promise.all([
      askUntil(signIns, () => api.verify(ada.deviceKey)),
      askUntil(signIns, () => api.get('/api/health/live')),
    ])
    const answers = await signIns
    const served = answers.filter(({ answer }) => answer.status === 200)
    const refused = answers.filter(({ answer }) => answer.status === 503)
    // Of passwords shown at once for one account ten are looked at; the others are answered like wrong ones.
    const notLookedAt = answers.filter(({ answer }) => answer.status === 401)
    expect(served.length + notLookedAt.length + refused.length).toBe(120)
    // Those at work and those in the queue are answered; nobody waits longer than they do.
    expect(served.length + notLookedAt.length).toBeGreaterThanOrEqual(30)
    expect(served.length).toBeGreaterThanOrEqual(1)
    expect(refused.length).toBeGreaterThanOrEqual(20)
    expect(slowestOf(answers)).toBeLessThan(15_000)
    expect(slowestOf(refused)).toBeLessThan(slowestOf([...served, ...notLookedAt]))
    for (const { answer } of refused) {
      expect(answer.json()).toMatchObject({ code: 'busy' })
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expectHardened(answer)
    }
    for (const aside of asides) {
      expect(new Set(aside.map(({ answer }) => answer.status))).toEqual(new Set([200]))
      expect(aside.length).toBeGreaterThan(5)
      expect(medianOf(aside)).toBeLessThan(1000)
      expect(slowestOf(aside)).toBeLessThan(8000)
    }
  })

  it('leave nothing behind: the next one is served', async () => {
    expect((await api.signIn('login', 'ada')).status).toBe(200)
  })

  it('with a wrong password and an unknown name queue like the right ones', async () => {
    const tries = Array.from({ length: 80 }, (_, index) =>
      api.signIn('login', index % 2 === 0 ? 'ada' : 'nobody', 'wrong-wrong-wrong'),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([401, 503]))
  })
})
