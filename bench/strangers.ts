import { setTimeout as sleep } from 'node:timers/promises'
import { gateServers, type GateServer } from '@/bench/support/gate-servers'
import { keepStrangersAsking } from '@/bench/support/keep-strangers-asking'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { load, median, RUNS, SECONDS } from '@/bench/support/wrk'

const TOKENS = 100_000
const CONNECTIONS = 16
const SETTLING_SECONDS = 2
const GOAL = 5

/** Measures the gate's 99th percentile at rest and while strangers register, request resets and sign in. */
export async function run(context: BenchContext): Promise<Section> {
  const gates = await gateServers(context, TOKENS, {
    env: { TRUSTED_PROXIES: '127.0.0.1', REGISTRATION: 'open', ADDRESS_LIMIT_PER_MINUTE: '1000000' },
  })
  const rows: string[] = []
  for (const gate of gates) {
    context.say(gate.name)
    const { idle, busy, asked } = await slowest(gate)
    rows.push(
      `| ${gate.name} | ${idle.toFixed(2)} ms | ${busy.toFixed(2)} ms | ${(busy / idle).toFixed(1)} | ${asked.toFixed(0)} |`,
    )
  }
  for (const { stop } of gates) await stop()
  const table = [HEADINGS, '| - | -: | -: | -: | -: |', ...rows]
  return { title: 'The gate under load from strangers', markdown: [INTRODUCTION, table.join('\n')].join('\n\n') }
}

const HEADINGS = '| | idle | under load | ratio | load in requests/s |'

const INTRODUCTION = `99th percentile of \`GET /api/v1/auth/verify\` with ${TOKENS.toLocaleString('en')} tokens, over ${CONNECTIONS} connections that send requests without a pause, idle and under load. Under load, clients register (with a password of 60 characters, whose strength is checked), request password resets and sign in without a pause, from a new address for each request. Measuring starts ${SETTLING_SECONDS} s later. Medians of ${RUNS} runs of ${SECONDS} s each, alternating. Goal: at most ${GOAL} times the idle figure.`

async function slowest({ url, keys, server }: GateServer) {
  const [idle, busy, asked]: [number[], number[], number[]] = [[], [], []]
  const asking = { connections: CONNECTIONS, seconds: SECONDS, keys }
  for (let turn = 0; turn < RUNS; turn += 1) {
    idle.push((await load(url, asking)).p99Ms)
    const strangers = keepStrangersAsking(server.origin, `turn-${turn}`)
    await sleep(SETTLING_SECONDS * 1000)
    busy.push((await load(url, asking)).p99Ms)
    asked.push(await strangers.end())
  }
  return { idle: median(idle), busy: median(busy), asked: median(asked) }
}
