import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as admin from '@/bench/admin'
import * as firstUse from '@/bench/first-use'
import * as gate from '@/bench/gate'
import * as migrations from '@/bench/migrations'
import * as pages from '@/bench/pages'
import * as signInTiming from '@/bench/sign-in-timing'
import * as signIns from '@/bench/sign-ins'
import * as strangers from '@/bench/strangers'
import { writeSection } from '@/bench/support/report'
import type { BenchContext, Scenario } from '@/bench/support/scenario'

// `npm run bench` runs every scenario and writes docs/benchmarks.md. `npm run bench -- --only=gate,pages` runs some of
// them.
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  gate,
  'sign-ins': signIns,
  strangers,
  'sign-in-timing': signInTiming,
  pages,
  'first-use': firstUse,
  admin,
  migrations,
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const names = only?.split(',') ?? Object.keys(SCENARIOS)
const unknown = names.filter((name) => !(name in SCENARIOS))
if (unknown.length > 0) {
  process.stderr.write(`Not a scenario: ${unknown.join(', ')}. They are ${Object.keys(SCENARIOS).join(', ')}.\n`)
  process.exit(2)
}

const scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
const context: BenchContext = { scratch, say: (line) => void process.stdout.write(`  ${line}\n`) }

for (const name of names) {
  process.stdout.write(`▸ ${name}\n`)
  const section = await SCENARIOS[name]?.run(context)
  if (section !== undefined) {
    writeSection(name, section)
    process.stdout.write(`\n${section.markdown}\n\n`)
  }
}
process.exit(0)
