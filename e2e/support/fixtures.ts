import { test as base, expect } from 'playwright/test'
import { registerAccount, signIn, type TestAccount } from '@/e2e/support/accounts'
import { watchForErrors } from '@/e2e/support/page-errors'
import { createScratchDatabase } from '@/test/support/postgres'
import { startServer, type ServerProcess } from '@/test/support/server-process'

interface AccountFixtures {
  /** Fails the test after an error in any of its pages. A test that expects one empties the list. */
  pageErrors: string[]
  /** Registers an account nobody else uses. */
  newAccount: () => Promise<TestAccount>
  /** Signs this test's browser in as `account`, or as a new one. */
  signedIn: (account?: TestAccount) => Promise<TestAccount>
}

/** What each worker has of its own: one built server on one database. */
export interface ServerFixtures {
  databaseKind: 'sqlite' | 'postgresql'
  server: ServerProcess
}

/** The code with which a test's server lets its first administrator in; it has the shape of those that are printed. */
export const SETUP_CODE = 'E2ETE-STSET-UPCDE-23456'

export const test = base.extend<AccountFixtures, ServerFixtures>({
  databaseKind: ['sqlite', { option: true, scope: 'worker' }],

  server: [
    async ({ databaseKind }, use) => {
      const database = databaseKind === 'postgresql' ? await createScratchDatabase() : null
      const server = await startServer({
        ...(database !== null && { databaseUrl: database.url }),
        env: { SETUP_CODE, LOG_LEVEL: 'warn' },
      })
      await use(server)
      await server.stop()
      await database?.drop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: ({ server }, use) => use(server.origin),

  pageErrors: [
    async ({ context }, use) => {
      const errors = watchForErrors(context)
      await use(errors)
      expect(errors, 'errors in the pages').toEqual([])
    },
    { auto: true },
  ],

  newAccount: ({ request }, use) => use(() => registerAccount(request)),

  signedIn: ({ context, server, newAccount }, use) =>
    use(async (given) => {
      const account = given ?? (await newAccount())
      await signIn(context, server.origin, account)
      return account
    }),
})

export { expect }
