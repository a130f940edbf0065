// `npm run proof`: runs every case and round of the tests that `npm test` only samples, on both databases, and then the
// browser tests in every window size. Writes the results to docs/proof.md.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { findPostgres, startPostgres } from './test/postgres-server.mjs'
import { runStep } from './test/run-step.mjs'
import { canInstallPackages, findProgram, installPackages, missingPackages, settingOf } from './test/system-parts.mjs'

const REPORT = 'test-results/proof.json'
const JOURNEYS = 'test-results/e2e.json'
const FULL = { PROOF_ROUNDS: 'full' }
const PAGE = 'docs/proof.md'
const SUITES = ['sqlite', 'postgresql', 'process']
const HOURS_MAX = 6

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// vitest sets its own.
Reflect.deleteProperty(process.env, 'NODE_ENV')
process.env['NEXT_TELEMETRY_DISABLED'] = '1'

await ensureInstalled()
const missing = missingPackages(['postgres', 'chromium', 'headless'])
if (missing.length > 0 && canInstallPackages()) await installPackages(missing)
await ensureBuilt()
process.env[settingOf('headless')] = findProgram('headless') ?? ''

const programs = findPostgres()
if ((process.env['TEST_POSTGRES_URL'] ?? '') === '') {
  if (programs === null) throw new Error('PostgreSQL not found: set TEST_POSTGRES_URL')
  const server = await startPostgres(programs)
  process.env['TEST_POSTGRES_URL'] = server.url
  process.once('exit', server.stop)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(130))
}

const files = sampledTests()
const projects = SUITES.flatMap((name) => ['--project', name])
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
const run = (/** @type {string[]} */ command) =>
  runStep(command, { shown: true, env: FULL, minutesMax: HOURS_MAX * 60 })
rmSync('test-results', { recursive: true, force: true })
const isGood = await run(['node_modules/.bin/vitest', 'run', ...projects, ...reporters, ...files])
const areJourneysGood = await run(['node_modules/.bin/playwright', 'test'])
writeFileSync(PAGE, page(readJson(REPORT), readJson(JOURNEYS)))
await runStep(['node_modules/.bin/prettier', '--write', '--log-level', 'warn', PAGE])
process.exitCode = isGood && areJourneysGood ? 0 : 1

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Lists the test files that ask how many rounds to run. */
function sampledTests() {
  const found = execFileSync('git', ['grep', '-l', 'support/proof-rounds', '--', '*.test.ts'], { encoding: 'utf8' })
  return found.trim().split('\n')
}

/**
 * @param {{ testResults: { name: string, startTime: number, endTime: number,
 *   assertionResults: { status: string, ancestorTitles: string[] }[] }[] }} report
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, duration: number } }} journeys
 */
function page({ testResults }, { stats }) {
  const rows = testResults.map(({ name, startTime, endTime, assertionResults }) => {
    const passed = assertionResults.filter(({ status }) => status === 'passed').length
    const seconds = Math.round((endTime - startTime) / 1000)
    const scopes = new Set(assertionResults.map(({ ancestorTitles }) => ancestorTitles[0] ?? ''))
    const scope = scopes.size === 1 ? [...scopes].join('') : ''
    return `| \`${path.relative('.', name)}\` | ${scope} | ${passed} | ${assertionResults.length - passed} | ${seconds} |`
  })
  const failed = stats.unexpected + stats.flaky
  rows.push(`| \`e2e/\` | | ${stats.expected} | ${failed} | ${Math.round(stats.duration / 1000)} |`)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return `# Proof

\`npm test\` runs a fixed sample of some suites. \`npm run proof\` runs these in full, on SQLite and on PostgreSQL, then the browser tests in every window, and writes this page. A file that runs on both databases has a row for each.

${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node.js ${process.version.slice(1)}.

| Test | Scope | Passed | Failed | Seconds |
| --- | --- | ---: | ---: | ---: |
${rows.toSorted().join('\n')}
`
}
