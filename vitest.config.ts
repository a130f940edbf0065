import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { findPostgres } from './scripts/test/postgres-server.mjs'

const hasPostgres = (process.env['TEST_POSTGRES_URL'] ?? '') !== ''
const support = (name: string) => path.join(import.meta.dirname, 'test/support', name)

const ONLY_SQLITE = '**/*.sqlite.test.ts'
const ONLY_POSTGRESQL = '**/*.postgresql.test.ts'
const ON_DATABASES = ['**/*.db.test.ts', ONLY_SQLITE, ONLY_POSTGRESQL]
// Tests of an external program run only if `npm test` has found it.
const hasProgram = (setting: string) => (process.env[setting] ?? '') !== ''
const PROGRAMS = {
  '**/*.pgdump.postgresql.test.ts': existsSync(path.join(findPostgres() ?? '', 'pg_dump')),
  '**/*.pgbouncer.postgresql.test.ts': hasProgram('PGBOUNCER_PATH'),
  '**/*.pgserver.postgresql.test.ts': findPostgres() !== null,
  '**/*.nginx.test.ts': hasProgram('NGINX_PATH'),
  '**/*.caddy.test.ts': hasProgram('CADDY_PATH'),
  // These mount a small disk, which requires root.
  '**/*.mount.test.ts': process.getuid?.() === 0,
  '**/*.python.test.ts': hasProgram('PYJWT_PATH') && hasProgram('AUTHLIB_PATH'),
}
const WITHOUT_PROGRAM = Object.entries(PROGRAMS).flatMap(([pattern, isThere]) => (isThere ? [] : [pattern]))
const PROCESS = 'test/process/**'
const NEVER = ['**/node_modules/**', '**/.*/**', 'e2e/**', 'data/**']

const everywhere = {
  // Loading the modules anew for each file would take as long as the tests themselves.
  isolate: false,
  sequence: { setupFiles: 'list' as const },
  setupFiles: [support('fail-on-console-error.ts'), support('test-settings.ts')],
}

/** Returns the project for one kind of database: migrated once, copied for each worker, emptied before each test. */
function databaseProject(kind: 'sqlite' | 'postgresql') {
  return {
    extends: true as const,
    test: {
      ...everywhere,
      name: kind,
      include: ['**/*.db.test.ts', kind === 'sqlite' ? ONLY_SQLITE : ONLY_POSTGRESQL],
      exclude: [...NEVER, ...WITHOUT_PROGRAM, PROCESS],
      env: { DATABASE_KIND: kind },
      globalSetup: [support(`database/${kind}-template.ts`), support('password-worker.ts')],
      setupFiles: [...everywhere.setupFiles, support('database/worker-database.ts')],
    },
  }
}

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname, 'server-only': support('empty.ts') } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // These only stop tests that hang. They are not performance limits: a machine may be several times slower than
    // ours.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NEVER, PROCESS, ...ON_DATABASES],
        },
      },
      databaseProject('sqlite'),
      ...(hasPostgres ? [databaseProject('postgresql')] : []),
      {
        extends: true,
        test: {
          name: 'process',
          include: [`${PROCESS}/*.test.ts`],
          exclude: [...NEVER, ...WITHOUT_PROGRAM, ...(hasPostgres ? [] : [ONLY_POSTGRESQL])],
          isolate: false,
          // Runs after the others, because its number of workers differs.
          sequence: { groupOrder: 1 },
          globalSetup: [support('servers/quick-starts.ts'), support('servers/plain-server.ts')],
          setupFiles: [support('fail-on-console-error.ts')],
          testTimeout: 240_000,
          // These tests wait for servers more than they compute.
          maxWorkers: 4,
        },
      },
    ],
  },
})
