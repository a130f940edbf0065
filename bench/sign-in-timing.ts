import type { BenchContext, Section } from '@/bench/support/scenario'
import { median } from '@/bench/support/wrk'
import { createScratchDatabase } from '@/test/support/database/postgres'
import { sendRequest } from '@/test/support/servers/send-request'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const PAIRS = 200
const WARM_UP = 20
const GOAL = [0.4, 0.6] as const
const PASSWORD = 'correct horse battery staple'

/** Measures whether the time of a rejected sign-in reveals that the account exists. */
export async function run({ say }: BenchContext): Promise<Section> {
  const env = { TRUSTED_PROXIES: '127.0.0.1', REGISTRATION: 'open', ADDRESS_LIMIT_PER_MINUTE: '1000000' }
  const database = await createScratchDatabase()
  const servers: [string, ServerProcess][] = [
    ['SQLite', await startServer({ env })],
    ['PostgreSQL', await startServer({ env, databaseUrl: database.url })],
  ]
  const rows: string[] = []
  for (const [name, server] of servers) {
    say(name)
    const { known, unknown } = await measure(server.origin)
    const auc = areaUnderCurve(known, unknown)
    if (auc < GOAL[0] || auc > GOAL[1]) say(`missed: ${auc.toFixed(3)} is outside ${GOAL.join('–')}`)
    rows.push(`| ${name} | ${median(known).toFixed(1)} ms | ${median(unknown).toFixed(1)} ms | ${auc.toFixed(3)} |`)
    await server.kill()
  }
  await database.drop()
  const table = ['| | known account | unknown account | AUC |', '| - | -: | -: | -: |', ...rows]
  return {
    title: 'Sign-in timing for known and unknown accounts',
    markdown: [INTRODUCTION, table.join('\n')].join('\n\n'),
  }
}

const INTRODUCTION = `Medians of ${PAIRS} interleaved pairs of \`POST /api/v1/auth/login\`. In each pair, one request has a wrong password for an account (a different account each time) and the other a name that no account has, in random order. AUC is the area under the receiver operating characteristic: 0.5 means that response time reveals nothing, 1 that it always reveals whether the account exists. Goal: ${GOAL[0].toFixed(2)} to ${GOAL[1].toFixed(2)}.`

async function measure(origin: string): Promise<{ known: number[]; unknown: number[] }> {
  const post = (path: string, body: object) =>
    sendRequest(origin, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (let index = 0; index < PAIRS + WARM_UP; index += 1) {
    const username = `known-${index}`
    const names = { username, email: `${username}@example.com` }
    const { status, text } = await post('/api/v1/auth/register', {
      ...names,
      password: PASSWORD,
      confirm_password: PASSWORD,
    })
    if (status !== 201) throw new Error(`A registration was answered ${status}: ${text}`)
  }
  const timed = async (username: string) => {
    const began = performance.now()
    const { status } = await post('/api/v1/auth/login', { username, password: 'wrong wrong wrong' })
    if (status !== 401) throw new Error(`A sign-in was answered ${status}`)
    return performance.now() - began
  }
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let index = 0; index < PAIRS + WARM_UP; index += 1) {
    const kinds = Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of kinds) {
      const took = await timed(`${kind}-${index}`)
      if (index >= WARM_UP) times[kind].push(took)
    }
  }
  return times
}

/** Returns the probability that a random value of `positives` is larger than one of `negatives` (Mann–Whitney U). */
function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0
  for (const one of positives) {
    for (const other of negatives) wins += one > other ? 1 : one === other ? 0.5 : 0
  }
  return wins / (positives.length * negatives.length)
}
