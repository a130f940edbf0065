const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`

/**
 * @typedef {object} Check a step that passes or fails as a whole
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands
 * @property {readonly string[]} [cache] arguments that make the first command skip unchanged files
 *
 * @typedef {object} Suite a step whose tests are counted individually
 * @property {string} name
 * @property {'vitest' | 'playwright'} runner
 * @property {readonly ('postgres' | 'build' | 'chromium')[]} needs what it requires
 * @property {readonly ('nginx' | 'caddy' | 'pgbouncer' | 'pyjwt' | 'authlib')[]} [uses] what some of its tests need
 */

/** @type {readonly Check[]} */
export const checks = [
  {
    name: 'format',
    commands: [
      [bin('prettier'), '--check', '--log-level', 'warn', '.'],
      [bin('prisma'), 'format', '--check'],
    ],
    cache: ['--cache', '--cache-location', '.build/prettier-cache'],
  },
  {
    name: 'lint',
    commands: [
      [bin('eslint'), '--max-warnings', '0', '.'],
      [bin('depcruise'), '--config', 'dependency-cruiser.config.mjs', 'lib'],
      ['node', 'scripts/check-migrations.mjs'],
    ],
    cache: ['--cache', '--cache-strategy', 'content', '--cache-location', '.build/eslint-cache'],
  },
  {
    name: 'types',
    commands: [
      [bin('next'), 'typegen'],
      [bin('tsc'), '--noEmit'],
    ],
  },
  { name: 'dependencies', commands: [['node', 'scripts/check-dependencies.mjs']] },
  {
    name: 'documents',
    commands: [
      ['node', 'scripts/check-documents.mjs'],
      ['node', 'scripts/check-texts.mjs'],
    ],
  },
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
 * Reads the arguments of `npm test`.
 * @param {readonly string[]} args
 * @returns {{ chosen: Set<string>, mayInstall: boolean, isCached: boolean }} the steps to run (all, or those of
 * `--only=a,b`), whether what they need may be installed (not with `--no-install`), and whether the checks skip
 * unchanged files (`--cached`)
 */
export function readOptions(args) {
  const names = args
    .filter((arg) => arg !== '--no-install' && arg !== '--cached')
    .flatMap((arg) => (arg.startsWith('--only=') ? arg.slice('--only='.length).split(',') : [arg]))
  const unknown = names.filter((name) => !stepNames.includes(name))
  if (unknown.length > 0) throw new Error(`Unknown step: ${unknown.join(', ')}. Choose from ${stepNames.join(', ')}.`)
  return {
    chosen: new Set(names.length > 0 ? names : stepNames),
    mayInstall: !args.includes('--no-install'),
    isCached: args.includes('--cached'),
  }
}

/** Returns the path of a suite's report. @param {Suite} suite */
export function reportFile({ name }) {
  return `test-results/${name}.json`
}

/** @param {Suite} suite @returns {string[]} */
export function suiteCommand(suite) {
  if (suite.runner === 'playwright') return [bin('playwright'), 'test']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(suite)}`]
  return [bin('vitest'), 'run', '--project', suite.name, ...reporters]
}
