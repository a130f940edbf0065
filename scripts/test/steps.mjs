const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`

/**
 * @typedef {object} Check a step that does well or does not
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands
 *
 * @typedef {object} Suite a step whose tests are counted one by one
 * @property {string} name
 * @property {'vitest' | 'playwright'} runner
 * @property {readonly ('postgres' | 'build' | 'chromium')[]} needs what it cannot run without
 * @property {readonly ('nginx' | 'caddy' | 'pgbouncer' | 'pyjwt' | 'authlib')[]} [uses] what some of its tests are about
 */

/** @type {readonly Check[]} */
export const checks = [
  { name: 'format', commands: [[bin('prettier'), '--check', '--log-level', 'warn', '.']] },
  {
    name: 'lint',
    commands: [
      [bin('eslint'), '--max-warnings', '0', '.'],
      [bin('depcruise'), '--config', 'dependency-cruiser.config.mjs', 'lib'],
    ],
  },
  {
    name: 'types',
    commands: [
      [bin('next'), 'typegen'],
      [bin('tsc'), '--noEmit'],
    ],
  },
  { name: 'dependencies', commands: [['node', 'scripts/check-dependencies.mjs']] },
  { name: 'sources', commands: [['node', 'scripts/check-sources.mjs']] },
  { name: 'documents', commands: [['node', 'scripts/check-documents.mjs']] },
]

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'unit', runner: 'vitest', needs: [] },
  { name: 'sqlite', runner: 'vitest', needs: [] },
  { name: 'postgresql', runner: 'vitest', needs: ['postgres'], uses: ['pgbouncer'] },
  { name: 'process', runner: 'vitest', needs: ['build'], uses: ['nginx', 'caddy', 'pyjwt', 'authlib'] },
  { name: 'e2e', runner: 'playwright', needs: ['build', 'chromium'] },
]

/** Every step that `--only=` can name. */
export const stepNames = [...checks.map(({ name }) => name), 'build', ...suites.map(({ name }) => name)]

/**
 * The steps that the arguments ask for: all of them, or those of `--only=a,b`.
 * @param {readonly string[]} args
 * @returns {Set<string>}
 */
export function chosenSteps(args) {
  const names = args.flatMap((arg) => (arg.startsWith('--only=') ? arg.slice('--only='.length).split(',') : [arg]))
  const unknown = names.filter((name) => !stepNames.includes(name))
  if (unknown.length > 0) throw new Error(`Not a step: ${unknown.join(', ')}. The steps are ${stepNames.join(', ')}.`)
  return new Set(names.length > 0 ? names : stepNames)
}

/** Where a suite leaves its report. @param {Suite} suite */
export function reportFile({ name }) {
  return `test-results/${name}.json`
}

/** @param {Suite} suite @returns {string[]} */
export function suiteCommand(suite) {
  if (suite.runner === 'playwright') return [bin('playwright'), 'test']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(suite)}`]
  return [bin('vitest'), 'run', '--project', suite.name, ...reporters]
}
