import { spawnSync } from 'node:child_process'
import { gateServers, type GateServer } from '@/bench/support/gate-servers'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { startProgram } from '@/bench/support/started-program'
import { load, median, RUNS, SECONDS, type Load, type LoadOptions } from '@/bench/support/wrk'
import { freePort } from '@/scripts/test/free-port.mjs'
import { residentMegabytes } from '@/test/support/servers/resident-memory'

const TOKENS = 100_000
const GROWTH = { from: 1000, to: 1_000_000 }
const CONNECTIONS = [1, 64, 256]

/** One of the servers being compared. */
interface Candidate {
  name: string
  url: string
  keys: string
  pid: number
}

/** The medians over all runs, by candidate name. */
type Results = ReadonlyMap<string, Load>

/**
 * Compares the gate on both databases with an empty Node.js HTTP server and an empty Next.js handler. Also measures its
 * memory, and how its throughput changes with the number of tokens.
 */
export async function run(context: BenchContext): Promise<Section> {
  const parts = [await throughput(context), await growth(context)]
  return { title: 'The gate', markdown: [INTRODUCTION, ...parts].join('\n\n') }
}

const INTRODUCTION = `\`GET /api/v1/auth/verify\` with a different valid key in each request; a run cycles through at most 100,000 keys. One server process, and one thread of wrk on the same machine. Each figure is the median of ${RUNS} runs of ${SECONDS} s. Each run includes one write of token uses, as in production. Runs of all candidates are interleaved, so other load on the machine affects all of them. While one candidate is measured, the others are suspended, so each pays only for its own background work. PostgreSQL has 2 GB of shared buffers. Only the ratios matter.`

async function throughput(context: BenchContext): Promise<string> {
  const bare = await startBare()
  const next = await startEmptyNext(context)
  const gates = await gateServers(context, TOKENS, { withMemory: true })
  // Every candidate gets the same requests, including the keys.
  const keys = gates[0]?.keys ?? ''
  const candidates = [{ ...bare, keys }, { ...next, keys }, ...gates.map(candidateOf)]
  const tables: string[] = []
  for (const connections of CONNECTIONS) {
    context.say(`throughput, ${connections} connections`)
    const results = await interleaved(candidates, connections)
    tables.push(throughputTable(connections, results, candidates))
  }
  const memory = gates.map(({ name, server }) => `${name} ${Math.round(residentMegabytes(server.pid))} MB`)
  for (const { stop } of [bare, next, ...gates]) await stop()
  return [
    `### Requests per second, ${TOKENS.toLocaleString('en')} tokens`,
    ...tables,
    `Memory (RSS) of the whole process, including pages, after these runs: ${memory.join(', ')}.`,
  ].join('\n\n')
}

async function growth(context: BenchContext): Promise<string> {
  const rows: string[] = []
  const small = await gateServers(context, GROWTH.from)
  const large = await gateServers(context, GROWTH.to)
  for (const [index, few] of small.entries()) {
    const many = large[index]
    if (many === undefined) continue
    context.say(`growth, ${few.name}`)
    const candidates = [
      { ...candidateOf(few), name: 'few' },
      { ...candidateOf(many), name: 'many' },
    ]
    const results = await interleaved(candidates, 64)
    const [before, after] = [results.get('few')?.perSecond ?? 0, results.get('many')?.perSecond ?? 0]
    rows.push(`| ${few.name} | ${whole(before)} | ${whole(after)} | ${percent(1 - after / before)} |`)
  }
  for (const { stop } of [...small, ...large]) await stop()
  const [few, many] = [GROWTH.from.toLocaleString('en'), GROWTH.to.toLocaleString('en')]
  return [
    '### From a thousand tokens to a million',
    `Requests per second over 64 connections. Goal: a loss below 15 %.`,
    [`| | ${few} tokens | ${many} tokens | loss |`, '| - | -: | -: | -: |', ...rows].join('\n'),
  ].join('\n\n')
}

function candidateOf({ name, url, keys, server }: GateServer): Candidate {
  return { name, url, keys, pid: server.pid }
}

/** Measures the candidates in turn, with all others suspended. Leaves all of them suspended. */
async function interleaved(candidates: readonly Candidate[], connections: number): Promise<Results> {
  const loads = new Map<string, Load[]>(candidates.map(({ name }) => [name, []]))
  for (const { pid } of candidates) process.kill(pid, 'SIGSTOP')
  for (const candidate of candidates) await loadAlone(candidate, { connections, seconds: 1 })
  for (let turn = 0; turn < RUNS; turn += 1) {
    for (const candidate of candidates) {
      const measured = await loadAlone(candidate, { connections, seconds: SECONDS, from: turn * 20_000 })
      loads.get(candidate.name)?.push(measured)
    }
  }
  return new Map(
    [...loads].map(([name, each]) => [
      name,
      {
        perSecond: median(each.map(({ perSecond }) => perSecond)),
        p50Ms: median(each.map(({ p50Ms }) => p50Ms)),
        p99Ms: median(each.map(({ p99Ms }) => p99Ms)),
      },
    ]),
  )
}

async function loadAlone({ url, keys, pid }: Candidate, options: Omit<LoadOptions, 'keys'>): Promise<Load> {
  process.kill(pid, 'SIGCONT')
  try {
    return await load(url, { ...options, keys })
  } finally {
    process.kill(pid, 'SIGSTOP')
  }
}

function throughputTable(connections: number, results: Results, [bare, next, ...gates]: Candidate[]): string {
  const perSecond = (one: Candidate | undefined) => results.get(one?.name ?? '')?.perSecond ?? Number.NaN
  const row = (one: Candidate) => {
    const { p50Ms = 0, p99Ms = 0 } = results.get(one.name) ?? {}
    const ratios = [perSecond(one) / perSecond(bare), perSecond(one) / perSecond(next)]
    const cells = [whole(perSecond(one)), ...ratios.map((ratio) => ratio.toFixed(2))]
    return `| ${[one.name, ...cells, p50Ms.toFixed(2), p99Ms.toFixed(2)].join(' | ')} |`
  }
  const shown = [bare, next, ...gates].flatMap((one) => (one === undefined ? [] : [row(one)]))
  const head = `| ${connections === 1 ? '1 connection' : `${connections} connections`} | requests/s | of bare http | of empty Next.js | p50 ms | p99 ms |`
  return [head, '| - | -: | -: | -: | -: | -: |', ...shown].join('\n')
}

async function startBare() {
  const url = `http://127.0.0.1:${await freePort()}/`
  const { pid, stop } = await startProgram(['bench/support/bare-http.mjs', new URL(url).port], url)
  return { name: "Node's http, empty", url, pid, stop }
}

async function startEmptyNext(context: BenchContext) {
  context.say('building an empty Next.js')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'bench/empty-next'], { env })
  if (built.status !== 0) throw new Error(String(built.stdout) + String(built.stderr))
  const url = `http://127.0.0.1:${await freePort()}/empty`
  const { pid, stop } = await startProgram(['bench/empty-next/server.mjs', new URL(url).port], url)
  return { name: 'Next.js, empty', url, pid, stop }
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
