import { defineConfig, devices } from 'playwright/test'
import type { ServerFixtures } from './e2e/support/fixtures'

const CHROMIUM = '/usr/bin/chromium'
// Chromium's sandbox does not run as root; the rest keeps it from calling anybody but us.
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const ONLY_POSTGRESQL = '*.postgresql.spec.ts'
const hasPostgres = (process.env['TEST_POSTGRES_URL'] ?? '') !== ''

export default defineConfig<object, ServerFixtures>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  use: {
    ...devices['Desktop Chrome'],
    // What was done and fetched; pictures of every step would take a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] || CHROMIUM, args: CHROMIUM_ARGS },
  },
  projects: [
    { name: 'sqlite', testIgnore: ONLY_POSTGRESQL, use: { databaseKind: 'sqlite' } },
    ...(hasPostgres
      ? [
          {
            name: 'postgresql',
            testMatch: ['journey.spec.ts', ONLY_POSTGRESQL],
            // The journey that runs on both is gone through on a phone in the dark here.
            use: {
              databaseKind: 'postgresql' as const,
              viewport: { width: 360, height: 800 },
              colorScheme: 'dark' as const,
            },
          },
        ]
      : []),
  ],
})
