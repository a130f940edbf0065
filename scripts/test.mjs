// `npm test`: says what it will install, installs it and runs everything. `--only=lint,unit` runs a part, and
// `--no-install` installs nothing. Needs Node only; the last line is `N passed, N failed`.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import { ensureCompiled, ensureUnpacked, isCompiled, isInstalled } from './install.mjs'
import { findPostgres, startPostgres } from './test/postgres-server.mjs'
import { readReport } from './test/read-report.mjs'
import { endRunningSteps, runStep } from './test/run-step.mjs'
import { checks, readOptions, reportFile, stepNames, suiteCommand, suites } from './test/steps.mjs'
import { canInstallPackages, findProgram, installPackages, missingPackages, settingOf } from './test/system-parts.mjs'
import { Tally } from './test/tally.mjs'
import { timed } from './test/timed.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// The test runners set their own value. `production` would leave out development dependencies.
Reflect.deleteProperty(process.env, 'NODE_ENV')
process.env['NEXT_TELEMETRY_DISABLED'] = '1'

const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 4 * 2 ** 30

const tally = new Tally(process.env['CI'] === 'true')
const { chosen, mayInstall, isCached } = readArguments()
const chosenSuites = suites.filter(({ name }) => chosen.has(name))
/** The programs and parts that suites need and that are available. @type {Set<string>} */
const present = new Set()
/** The folder for the suites' files, so that an aborted run leaves none behind. */
const scratch = mkdtempSync(path.join(scratchPlace(), 'latchkey-test-'))
// Tests run PostgreSQL under another account, which must reach its files in here.
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
if (others.length > 0) tally.leaveOut(others.join(', '), 'not selected by --only', others.length)
const { text, isGood } = tally.conclude()
process.stdout.write(`\n${text}`)
process.exitCode = isGood ? 0 : 1

/** Chooses memory if there is room: tests flush to the disk thousands of times, which proves nothing. */
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
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  }
}

/** Installs what is missing, after saying so, and generates the database clients. */
async function prepare() {
  rmSync('test-results', { recursive: true, force: true })
  mkdirSync('test-results')
  const missing = canInstallPackages() ? missingPackages(wantedPrograms()) : []
  announce(missing)
  const isReady = (await step('install', installNpmPackages)) && (await step('generate', succeeds(ensureGenerated)))
  if (!isReady) for (const name of chosen) tally.leaveOut(name, 'the packages are not installed')
  else await prepareSystem(mayInstall ? missing : [])
  return isReady
}

/** Prints what this run will install, early enough to stop it. @param {readonly string[]} missing */
function announce(missing) {
  const parts = [
    ...(isInstalled() && isCompiled() ? [] : ['npm packages from package-lock.json, into node_modules']),
    ...(missing.length > 0 ? [`Debian packages ${missing.join(', ')}, with apt-get`] : []),
  ]
  if (parts.length === 0) return
  const sentence = mayInstall ? 'npm test will install' : 'With --no-install, npm test will not install'
  process.stdout.write(`${[`${sentence}:`, ...parts].join('\n  ')}\n`)
  if (mayInstall) process.stdout.write('Press Ctrl+C to stop, or run: npm test -- --no-install\n')
}

async function installNpmPackages() {
  if (mayInstall) await ensureUnpacked()
  else if (!isInstalled() || !isCompiled()) throw new Error('The npm packages are missing. Run: npm ci')
  return true
}

/** @returns {(import('./test/system-parts.mjs').ProgramName | 'postgres')[]} */
function wantedPrograms() {
  return [...(needsPostgres() ? [/** @type {const} */ ('postgres')] : []), ...programsOfSuites()]
}

/** Every suite that runs the built server also runs it on PostgreSQL. */
function needsPostgres() {
  return chosenSuites.some(({ needs }) => needs.includes('postgres') || needs.includes('build'))
}

/** @returns {import('./test/system-parts.mjs').ProgramName[]} */
function programsOfSuites() {
  const isBrowserNeeded = chosenSuites.some(({ needs }) => needs.includes('chromium'))
  return [...(isBrowserNeeded ? browsers() : []), ...chosenSuites.flatMap(({ uses = [] }) => uses)]
}

/** @param {readonly string[]} missing */
async function prepareSystem(missing) {
  if (missing.length > 0) await step(`system packages: ${missing.join(' ')}`, () => installPackages(missing))
  const used = new Set(chosenSuites.flatMap(({ uses = [] }) => uses))
  for (const name of programsOfSuites()) {
    const file = findProgram(name)
    if (file !== null) {
      present.add(name)
      process.env[settingOf(name)] = file
    } else if ([...used].some((one) => one === name)) tally.leaveOut(`tests with ${name}`, missingPart(name))
  }
  const needsBuild = chosenSuites.some(({ needs }) => needs.includes('build'))
  if (needsBuild && process.getuid?.() !== 0) tally.leaveOut('tests on a full disk', 'only root can mount one')
  if (needsPostgres()) await preparePostgres()
}

/** A browser chosen by a setting runs all tests. @returns {import('./test/system-parts.mjs').ProgramName[]} */
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
    tally.leaveOut('tests on PostgreSQL', missingPart('postgres'))
}

async function runAll() {
  const chosenChecks = checks.filter(({ name }) => chosen.has(name))
  const running = new Map(
    chosenChecks.map((check) => [check.name, step(check.name, () => allSucceed(commandsOf(check)))]),
  )
  const needsBuild = chosen.has('build') || chosenSuites.some((suite) => suite.needs.includes('build'))
  // The checks do not need the compiled packages, so compiling runs beside them.
  const hasCompiled = (needsBuild || chosenSuites.length > 0) && (await step('compile', succeeds(ensureCompiled)))
  // The build writes files that the type check reads.
  await running.get('types')
  if (hasCompiled && needsBuild && (await step('build', succeeds(ensureBuilt)))) present.add('build')
  await Promise.all(running.values())
  for (const suite of chosenSuites) {
    const missing = suite.needs.find((need) => !present.has(need))
    if (!hasCompiled) tally.leaveOut(suite.name, 'the packages are not compiled')
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

/** @param {import('./test/steps.mjs').Check} check */
function commandsOf({ commands: [first = [], ...others], cache = [] }) {
  return [[...first, ...(isCached ? cache : [])], ...others]
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
  if (need === 'postgres') return 'PostgreSQL not found: set TEST_POSTGRES_URL'
  const name = /** @type {import('./test/system-parts.mjs').ProgramName} */ (need)
  return `${name} not found: set ${settingOf(name)}`
}
