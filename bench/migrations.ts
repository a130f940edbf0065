import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { gateServers, type GateServer } from '@/bench/support/gate-servers'
import type { BenchContext, Section } from '@/bench/support/scenario'
import { load, median, RUNS, SECONDS } from '@/bench/support/wrk'
import { singletons } from '@/lib/base/singleton'
import { closeDatabase } from '@/lib/db/close-database'
import { runBackfills } from '@/lib/process/backfill/run-backfills'
import { exampleBackfill, expandExample, indexExample, undoExample } from '@/test/support/database/example-migration'

const TOKENS = 1_000_000
const CONNECTIONS = 4
const GOAL_MS = 100

/** Measures how long others wait for a table of a million tokens, with and without a migration of it. */
export async function run(context: BenchContext): Promise<Section> {
  const gates = await gateServers(context, TOKENS)
  const rows: string[] = []
  for (const gate of gates) {
    context.say(gate.name)
    const { calm, busy } = await measure(gate)
    const figures = [calm.writeMs, busy.writeMs, calm.p99Ms, busy.p99Ms].map((ms) => `${ms.toFixed(1)} ms`)
    rows.push(`| ${[gate.name, ...figures].join(' | ')} |`)
    await gate.stop()
    const heldMs = busy.writeMs - calm.writeMs
    if (heldMs > GOAL_MS) throw new Error(`${gate.name}: a migration held the table for ${heldMs.toFixed(0)} ms`)
  }
  const table = [HEADINGS, '| - | -: | -: | -: | -: |', ...rows]
  return { title: 'The gate while a migration runs', markdown: [INTRODUCTION, table.join('\n')].join('\n\n') }
}

const HEADINGS = '| | longest write | during a migration | verification p99 | during a migration |'

const INTRODUCTION = `A server answers ${CONNECTIONS} connections that verify keys without a pause. Meanwhile, a migration changes a table with ${TOKENS.toLocaleString('en')} tokens: it adds a column and an index (on PostgreSQL, while requests run) and fills rows in batches. Another process writes one token every few milliseconds; its longest write shows how long the migration held the table. Medians of ${RUNS} runs of ${SECONDS} s each, alternating with runs without a migration; every request was accepted. Goal: at most ${GOAL_MS} ms more with a migration than without.`

interface Run {
  /** The longest write of another process. */
  writeMs: number
  /** The 99th percentile of `GET /api/v1/auth/verify`. */
  p99Ms: number
}

async function measure(gate: GateServer): Promise<{ calm: Run; busy: Run }> {
  const [calm, busy]: [Run[], Run[]] = [[], []]
  for (let turn = 0; turn < RUNS; turn += 1) {
    calm.push(await observe(gate, async () => undefined))
    busy.push(await observe(gate, () => migrate(gate.databaseUrl)))
    await undoExample(gate.databaseUrl)
  }
  const medianOf = (runs: Run[]) => ({
    writeMs: median(runs.map(({ writeMs }) => writeMs)),
    p99Ms: median(runs.map(({ p99Ms }) => p99Ms)),
  })
  return { calm: medianOf(calm), busy: medianOf(busy) }
}

async function observe({ url, keys, databaseUrl }: GateServer, work: () => Promise<void>): Promise<Run> {
  const probe = promisify(execFile)('node', ['bench/support/write-probe.mjs', databaseUrl])
  const [{ p99Ms }] = await Promise.all([load(url, { connections: CONNECTIONS, seconds: SECONDS, keys }), work()])
  probe.child.stdin?.end()
  return { writeMs: Number((await probe).stdout), p99Ms }
}

/** Applies the migration, and fills as many rows as it can while the load lasts. */
async function migrate(databaseUrl: string): Promise<void> {
  const stopped = new AbortController()
  const timer = sleep(SECONDS * 1000).then(() => stopped.abort())
  await expandExample(databaseUrl)
  if (!databaseUrl.startsWith('file:')) await indexExample(databaseUrl)
  process.env['DATABASE_URL'] = databaseUrl
  for (const name of ['settings', 'database']) singletons.delete(name)
  await runBackfills([exampleBackfill], stopped.signal)
  await timer
  await closeDatabase()
}
