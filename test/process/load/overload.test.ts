import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const METRICS_TOKEN = 'a-token-for-the-metrics-of-this-test'
const SIGN_INS = 200
// ADR 0008: one hash fewer than processors, and a queue of 32.
const SLOTS = Math.max(1, Math.min(availableParallelism(), 4) - 1)
const WAITING_MAX = 32

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer({ env: { METRICS_TOKEN } })
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
  await api.register('ben')
})
afterAll(() => server.stop('SIGINT'))

/** Sends sign-ins in turn with a right password, a wrong password, and an unknown username. */
function signInNumber(index: number): Promise<WireAnswer> {
  if (index % 3 === 0) return api.signIn('login', 'ada')
  return api.signIn('login', index % 3 === 1 ? 'ben' : 'nobody', 'wrong-wrong-wrong')
}

interface Outcome {
  kind: number
  answer: WireAnswer
  /** How many hashes had finished when the answer came. */
  hashesBefore: number
}

/** An answer that needs no hash, and how many hashes finished while the test waited for it. */
interface Aside {
  answer: WireAnswer
  hashesMeanwhile: number
}

/** Sends all sign-ins at once, and repeats each of `asides` until all sign-ins are answered. */
async function flood(...asides: (() => Promise<WireAnswer>)[]) {
  let hashes = 0
  let isOver = false
  const signIn = async (index: number): Promise<Outcome> => {
    const answer = await signInNumber(index)
    if (answer.status !== 503) hashes += 1
    return { kind: index % 3, answer, hashesBefore: hashes }
  }
  const keepAsking = async (ask: () => Promise<WireAnswer>) => {
    const answers: Aside[] = []
    while (!isOver) {
      const before = hashes
      const answer = await ask()
      answers.push({ answer, hashesMeanwhile: hashes - before })
    }
    return answers
  }
  const signIns = Promise.all(Array.from({ length: SIGN_INS }, (_, index) => signIn(index)))
  const asking = Promise.all(asides.map(keepAsking))
  const outcomes = await signIns
  isOver = true
  return { outcomes, asides: await asking }
}

const metrics = () => api.get('/api/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })

function numberIn({ text }: WireAnswer, name: string): number {
  return Number(new RegExp(`^latchkey_${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
}

const statusOf = ({ answer }: { answer: WireAnswer }) => answer.status
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN

describe(`${SIGN_INS} sign-ins at once`, () => {
  it('fill the queue, and the rest get 503 at once; verification and liveness wait for none of them', async () => {
    const { outcomes, asides } = await flood(
      metrics,
      () => api.verify(ada.deviceKey),
      () => api.get('/api/health/live'),
    )
    const refused = outcomes.filter(({ answer }) => answer.status === 503)
    const hashed = outcomes.filter(({ answer }) => answer.status !== 503)

    // No sign-in waits for more hashes than the queue holds.
    const [samples = []] = asides
    const running = samples.map(({ answer }) => numberIn(answer, 'password_hashes_running'))
    const waiting = samples.map(({ answer }) => numberIn(answer, 'password_hashes_waiting'))
    expect(median(running)).toBe(SLOTS)
    expect(Math.max(...running)).toBe(SLOTS)
    expect(Math.max(...waiting)).toBeLessThanOrEqual(WAITING_MAX)
    expect(hashed.length).toBeGreaterThanOrEqual(SLOTS + WAITING_MAX)
    expect(numberIn(await metrics(), 'password_hash_refusals_total')).toBe(refused.length)

    // The kind of sign-in makes no difference. The server checks ten concurrent passwords for one account and rejects
    // the rest.
    const statusesOf = (kind: number) => new Set(outcomes.filter((one) => one.kind === kind).map(statusOf))
    expect([...statusesOf(0)].filter((status) => status !== 401).toSorted()).toEqual([200, 503])
    for (const kind of [1, 2]) expect(statusesOf(kind)).toEqual(new Set([401, 503]))

    // A rejection does not wait for the hashes before it.
    expect(median(refused.map(({ hashesBefore }) => hashesBefore))).toBeLessThanOrEqual(hashed.length / 2)
    for (const { answer } of refused) {
      expect(answer.json()).toMatchObject({ code: 'busy' })
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/)
      expectHardened(answer)
    }

    // Measured in hashes that finish meanwhile: a slow machine slows down both.
    for (const answers of asides) {
      const hashesMeanwhile = answers.map((one) => one.hashesMeanwhile)
      expect(new Set(answers.map(statusOf))).toEqual(new Set([200]))
      expect(median(hashesMeanwhile)).toBeLessThanOrEqual(1)
      expect(Math.max(...hashesMeanwhile)).toBeLessThanOrEqual(WAITING_MAX / 2)
    }
  })

  it('leave nothing behind: the next sign-in succeeds', async () => {
    expect((await api.signIn('login', 'ada')).status).toBe(200)
  })
})
