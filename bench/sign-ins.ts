import { setTimeout as sleep } from 'node:timers/promises'
import { gateServers, type GateServer } from '@/bench/support/gate-servers'
import { keepSigningIn } from '@/bench/support/keep-signing-in'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { load, median, RUNS, SECONDS } from '@/bench/support/wrk'

const TOKENS = 100_000
const CONNECTIONS = [1, 16]
// Simultaneous sign-ins need a moment to fill the hashing queue; after that the load is steady.
const SETTLING_SECONDS = 2

/** Measures the gate's 99th percentile at rest and while sign-ins keep the bcrypt queue full. */
export async function run(context: BenchContext): Promise<Section> {
  const gates = await gateServers(context, TOKENS)
  const rows: string[] = []
  for (const connections of CONNECTIONS) {
    for (const gate of gates) {
      context.say(`${gate.name}, ${connections} connections`)
      const { idle, busy, rejection } = await slowest(gate, connections)
      const gateMs = [`${idle.toFixed(2)} ms`, `${busy.toFixed(2)} ms`, (busy / idle).toFixed(1)]
      const cells = [connections, ...gateMs, `${rejection.toFixed(2)} ms`]
      rows.push(`| ${gate.name} | ${cells.join(' | ')} |`)
    }
  }
  for (const { stop } of gates) await stop()
  const table = [HEADINGS, '| - | -: | -: | -: | -: | -: |', ...rows]
  return { title: 'The gate while sign-ins keep bcrypt busy', markdown: [INTRODUCTION, table.join('\n')].join('\n\n') }
}

const HEADINGS = '| | connections | idle | during sign-ins | ratio | rejected sign-in |'

const INTRODUCTION = `99th percentile of \`GET /api/v1/auth/verify\` with ${TOKENS.toLocaleString('en')} tokens, over ${CONNECTIONS.join(' or ')} connections that send requests without a pause, idle and while 40 clients sign in without a pause. bcrypt has cost 12 and may use all processors but one. Measuring starts ${SETTLING_SECONDS} s after the sign-ins. Medians of ${RUNS} runs of ${SECONDS} s each, alternating. When idle, one connection leaves a processor free; with 16, the load generator and the gate use two. Goal: less than 5 times the idle figure. The last column is the median time of the sign-ins that are rejected with 503 because the queue is full. Goal: less than 50 ms.`

async function slowest({ url, keys, server }: GateServer, connections: number) {
  const [idle, busy, rejections]: [number[], number[], number[]] = [[], [], []]
  const asking = { connections, seconds: SECONDS, keys }
  for (let turn = 0; turn < RUNS; turn += 1) {
    idle.push((await load(url, asking)).p99Ms)
    const signIns = keepSigningIn(server.origin)
    await sleep(SETTLING_SECONDS * 1000)
    busy.push((await load(url, asking)).p99Ms)
    rejections.push(...(await signIns.end()).rejectionsMs)
  }
  return { idle: median(idle), busy: median(busy), rejection: median(rejections) }
}
