import { test as base, expect } from 'playwright/test'
import { registerAccount, signIn, type TestAccount } from '@/e2e/support/accounts'
import { watchForErrors } from '@/e2e/support/page-errors'
import { captchaEnvironment, startCaptchaServer, type CaptchaServer } from '@/test/support/servers/captcha-server'
import { startMailServer, type MailServer } from '@/test/support/servers/mail-server'
import { createMigratedPostgresql } from '@/test/support/servers/quick-starts'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

interface AccountFixtures {
  /**
   * Errors from all pages of the test. Any error left here fails the test, so a test that expects one empties the list.
   */
  pageErrors: string[]
  /** Registers an account that no other test uses. */
  newAccount: () => Promise<TestAccount>
  /** Signs the test’s browser in as `account`, or as a new account. */
  signedIn: (account?: TestAccount) => Promise<TestAccount>
}

/** What each worker has: one built server on one database. */
export interface ServerFixtures {
  databaseKind: 'sqlite' | 'postgresql'
  /** Settings that differ from the defaults. */
  serverSettings: Record<string, string>
  /** The mail server that the server under test sends to. */
  mail: MailServer
  /** The captcha provider that the server asks if `CAPTCHA_PROVIDER` is set. */
  captcha: CaptchaServer
  server: ServerProcess
}

/** The setup code of every server in these tests, in the format of generated ones. */
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
