import { defineConfig, devices } from 'playwright/test'
import type { ServerFixtures } from './e2e/support/fixtures'
import { findProgram } from './scripts/test/system-parts.mjs'

// Chromium’s sandbox does not run as root. The other flags keep it from contacting any host but ours.
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launchOptions = (executablePath: string | null) => ({
  args: CHROMIUM_ARGS,
  ...(executablePath !== null && { executablePath }),
})
const chromium = findProgram('chromium')

const ONLY_POSTGRESQL = '*.postgresql.spec.ts'
const hasPostgres = (process.env['TEST_POSTGRES_URL'] ?? '') !== ''

export default defineConfig<object, ServerFixtures>({
  testDir: 'e2e',
  globalSetup: './test/support/servers/quick-starts.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // One more than a small machine has processors, because each worker spends part of its time waiting.
  workers: 3,
  // Both only stop a test that hangs. They are not performance limits: a machine may be several times slower than ours.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  use: {
    ...devices['Desktop Chrome'],
    // The trace records actions and requests. Screenshots of every step would take a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'sqlite',
      testIgnore: ONLY_POSTGRESQL,
      // The same engine takes half the time without browser windows around the pages. `npm test` sets this path.
      use: {
        databaseKind: 'sqlite',
        launchOptions: launchOptions(process.env['CHROMIUM_HEADLESS_PATH'] || chromium),
      },
    },
    ...(hasPostgres
      ? [
          {
            name: 'postgresql',
            testMatch: ['journey.spec.ts', ONLY_POSTGRESQL],
            // The journey that runs on both databases uses the full browser here, at phone size and in dark mode.
            use: {
              databaseKind: 'postgresql' as const,
              launchOptions: launchOptions(chromium),
              viewport: { width: 360, height: 800 },
              colorScheme: 'dark' as const,
            },
          },
        ]
      : []),
  ],
})
