import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Section } from '@/bench/support/scenario'

const FILE = 'docs/benchmarks.md'

const HEAD = `# Benchmarks

The results of \`npm run bench\`. Each run replaces the parts that it measures. The benchmark starts everything it needs and takes the machine as it is, so compare figures within a table, not with those of other machines. To update one part, use \`npm run bench -- --only=gate\`.
`

/** Replaces the scenario's section in docs/benchmarks.md and leaves the other sections alone. */
export function writeSection(name: string, { title, markdown }: Section): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const section = `${begin}\n\n## ${title}\n\n${machine()}\n\n${markdown}\n\n${end}`
  const known = new RegExp(`${begin}[^]*${end}`)
  const after = known.test(before) ? before.replace(known, () => section) : `${before}\n${section}\n`
  writeFileSync(FILE, after)
  execFileSync('node_modules/.bin/prettier', ['--write', '--log-level', 'warn', FILE])
}

function machine(): string {
  const day = new Date().toISOString().slice(0, 10)
  const memory = Math.round(totalmem() / 2 ** 30)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${day}, Node.js ${process.versions.node}, ${availableParallelism()} × ${model}, ${memory} GB.`
}
