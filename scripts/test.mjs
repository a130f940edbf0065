// `npm test`: installs what the tests need and runs everything. `--only=lint,unit` runs a part.
// Needs Node only; the last line is `N passed, N failed`.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import { ensureCompiled, ensureUnpacked } from './install.mjs'
import { findPostgres, startPostgres } from './test/postgres-server.mjs'
import { readReport } from './test/read-report.mjs'
import { endRunningSteps, runStep } from './test/run-step.mjs'
import { checks, chosenSteps, reportFile, stepNames, suiteCommand, suites } from './test/steps.mjs'
import { canInstallPackages, findProgram, installPackages, missingPackages, settingOf } from './test/system-parts.mjs'
import { Tally } from './test/tally.mjs'
import { timed } from './test/timed.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// The runners choose their own; `production` would leave out what tests need.
Reflect.deleteProperty(process.env, 'NODE_ENV')
process.env['NEXT_TELEMETRY_DISABLED'] = '1'

const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 4 * 2 ** 30

const tally = new Tally(process.env['CI'] === 'true')
const chosen = readArguments()
const chosenSuites = suites.filter(({ name }) => chosen.has(name))
/** What suites need and is here. @type {Set<string>} */
const present = new Set()
/** Where the suites put their files, so that an aborted run leaves none behind. */
const scratch = mkdtempSync(path.join(scratchPlace(), 'latchkey-test-'))
// Tests start PostgreSQL under another account, with its files in here.
chmodSync(scratch, 0o711)
let stopPostgres = () => {}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    endRunningSteps()
    cleanUp()
    process.exit(130)
  })
}

try {
  if (await prepare()) await runAll()
} finally {
  cleanUp()
}
const others = stepNames.filter((name) => !chosen.has(name))
if (others.length > 0) tally.leaveOut(others.join(', '), 'not named by --only', others.length)
const { text, isGood } = tally.conclude()
process.stdout.write(`\n${text}`)
process.exitCode = isGood ? 0 : 1

/** In memory where there is room: the tests write through to the disk thousands of times, and prove nothing by it. */
function scratchPlace() {
  if (!existsSync(IN_MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(IN_MEMORY)
  return bavail * bsize > ROOM_BYTES ? IN_MEMORY : tmpdir()
}

function cleanUp() {
  stopPostgres()
  rmSync(scratch, { recursive: true, force: true })
}

function readArguments() {
  try {
    return chosenSteps(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  }
}

/** Installs packages and the system's parts, and generates the database clients. */
async function prepare() {
  rmSync('test-results', { recursive: true, force: true })
  mkdirSync('test-results')
  const isReady =
    (await step('install', succeeds(ensureUnpacked))) && (await step('generate', succeeds(ensureGenerated)))
  if (!isReady) for (const name of chosen) tally.leaveOut(name, 'the packages are not installed')
  else await prepareSystem()
  return isReady
}

async function prepareSystem() {
  const needs = new Set(chosenSuites.flatMap((suite) => suite.needs))
  // What runs the built server runs it on PostgreSQL too.
  const needsPostgres = needs.has('postgres') || needs.has('build')
  const used = chosenSuites.flatMap(({ uses = [] }) => uses)
  /** @type {import('./test/system-parts.mjs').ProgramName[]} */
  const programs = [...(needs.has('chromium') ? browsers() : []), ...used]
  const missing = missingPackages([...(needsPostgres ? [/** @type {const} */ ('postgres')] : []), ...programs])
  if (missing.length > 0 && canInstallPackages()) {
    await step(`system packages: ${missing.join(' ')}`, () => installPackages(missing))
  }
  for (const name of programs) {
    const file = findProgram(name)
    if (file !== null) {
      present.add(name)
      process.env[settingOf(name)] = file
    } else if (used.some((one) => one === name)) tally.leaveOut(`what is on ${name}`, missingPart(name))
  }
  if (needs.has('build') && process.getuid?.() !== 0)
    tally.leaveOut('what is on a full disk', 'only root can mount one')
  if (needsPostgres) await preparePostgres()
}

/** A browser that somebody chose runs everything. @returns {import('./test/system-parts.mjs').ProgramName[]} */
function browsers() {
  return (process.env[settingOf('chromium')] ?? '') === '' ? ['chromium', 'headless'] : ['chromium']
}

async function preparePostgres() {
  const programs = findPostgres()
  if ((process.env['TEST_POSTGRES_URL'] ?? '') !== '') present.add('postgres')
  else if (programs !== null) {
    await step('PostgreSQL server', async () => {
      const server = await startPostgres(programs)
      process.env['TEST_POSTGRES_URL'] = server.url
      stopPostgres = server.stop
      present.add('postgres')
      return true
    })
  }
  if (!present.has('postgres') && !chosen.has('postgresql'))
    tally.leaveOut('what is on PostgreSQL', missingPart('postgres'))
}

async function runAll() {
  const chosenChecks = checks.filter(({ name }) => chosen.has(name))
  const running = new Map(chosenChecks.map(({ name, commands }) => [name, step(name, () => allSucceed(commands))]))
  // The checks need nothing of what is compiled, and leave a processor to it.
  const isCompiled = await step('compile', succeeds(ensureCompiled))
  // The build writes where these read.
  await running.get('types')
  const needsBuild = chosen.has('build') || chosenSuites.some((suite) => suite.needs.includes('build'))
  if (isCompiled && needsBuild && (await step('build', succeeds(ensureBuilt)))) present.add('build')
  await Promise.all(running.values())
  for (const suite of chosenSuites) {
    const missing = suite.needs.find((need) => !present.has(need))
    if (!isCompiled) tally.leaveOut(suite.name, 'the packages are not compiled')
    else if (missing !== undefined) tally.leaveOut(suite.name, missingPart(missing))
    else await runSuite(suite)
  }
}

/** @param {import('./test/steps.mjs').Suite} suite */
async function runSuite(suite) {
  const run = async () => {
    const endedWell = await runStep(suiteCommand(suite), { shown: true, env: { TMPDIR: scratch } })
    return readReport(suite.runner, reportFile(suite), endedWell)
  }
  tally.countTests(suite.name, await timed(suite.name, run, ({ failed }) => failed === 0))
}

/** @param {readonly (readonly string[])[]} commands */
async function allSucceed(commands) {
  for (const command of commands) if (!(await runStep(command))) return false
  return true
}

/** @param {() => Promise<void>} work @returns {() => Promise<boolean>} */
function succeeds(work) {
  return () => work().then(() => true)
}

/** Runs one step and counts it. @param {string} name @param {() => Promise<boolean>} work */
async function step(name, work) {
  const attempt = () =>
    work().catch((error) => {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
      return false
    })
  const isGood = await timed(name, attempt, (result) => result)
  tally.countStep(name, isGood)
  return isGood
}

/** @param {string} need */
function missingPart(need) {
  if (need === 'build') return 'the build failed'
  if (need === 'postgres') return 'no PostgreSQL: set TEST_POSTGRES_URL'
  const name = /** @type {import('./test/system-parts.mjs').ProgramName} */ (need)
  return `no ${name}: set ${settingOf(name)}`
}
