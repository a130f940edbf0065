import { test as base, expect } from 'playwright/test'
import { registerAccount, signIn, type TestAccount } from '@/e2e/support/accounts'
import { watchForErrors } from '@/e2e/support/page-errors'
import { captchaEnvironment, startCaptchaServer, type CaptchaServer } from '@/test/support/captcha-server'
import { startMailServer, type MailServer } from '@/test/support/mail-server'
import { createMigratedPostgresql } from '@/test/support/quick-starts'
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
  /** Settings that differ from the default. */
  serverSettings: Record<string, string>
  /** Where the server sends its mail. */
  mail: MailServer
  /** Where the server asks about captchas, where it does. */
  captcha: CaptchaServer
  server: ServerProcess
}

/** The code with which a test's server lets its first administrator in; it has the shape of those that are printed. */
export const SETUP_CODE = 'E2ETE-STSET-UPCDE-23456'

export const test = base.extend<AccountFixtures, ServerFixtures>({
  databaseKind: ['sqlite', { option: true, scope: 'worker' }],

  serverSettings: [{}, { option: true, scope: 'worker' }],

  mail: [
    async ({}, use) => {
      const mail = await startMailServer()
      await use(mail)
      await mail.close()
    },
    { scope: 'worker' },
  ],

  captcha: [
    async ({}, use) => {
      const captcha = await startCaptchaServer()
      await use(captcha)
      await captcha.close()
    },
    { scope: 'worker' },
  ],

  server: [
    async ({ databaseKind, serverSettings, mail, captcha }, use) => {
      const { CAPTCHA_PROVIDER: provider } = serverSettings
      const database = databaseKind === 'postgresql' ? await createMigratedPostgresql() : null
      const server = await startServer({
        ...(database !== null && { databaseUrl: database.url }),
        env: {
          SETUP_CODE,
          LOG_LEVEL: 'warn',
          SMTP_URL: mail.url,
          ...(provider !== undefined && captchaEnvironment(captcha, provider)),
          ...serverSettings,
        },
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
