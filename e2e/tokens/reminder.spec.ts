import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { registerAccount, signIn } from '@/e2e/support/accounts'
import { ageSessions } from '@/e2e/support/age-sessions'
import { expect, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'
import { secretsOf, type MailServer, type ReceivedMail } from '@/test/support/servers/mail-server'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const linkOf = ({ text }: ReceivedMail) => /https?:\/\/\S+/.exec(text)?.[0] ?? ''

const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString().replace('Z', '+00:00')

/**
 * Returns functions to start a server and to remove its data. The server looks for expiring tokens when it starts, so
 * the test restarts it.
 */
function starter(mail: MailServer): { start: () => Promise<ServerProcess>; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-reminder-'))
  return {
    start: () => startServer({ dataDir, env: { SMTP_URL: mail.url, LOG_LEVEL: 'warn' } }),
    remove: () => rmSync(dataDir, { recursive: true }),
  }
}

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('the link in an expiry reminder extends the token after the owner confirms the password', async ({
      page,
      context,
      mail,
      playwright,
    }) => {
      const place = starter(mail)
      let server = await place.start()
      try {
        const request = await playwright.request.newContext({ baseURL: server.origin })
        const account = await registerAccount(request)
        const confirmation = await mail.mailTo(account.email, /Confirm/)
        const verified = await request.post('/api/v1/auth/verify-email', { data: secretsOf(confirmation).secrets })
        expect(verified.ok(), await verified.text()).toBe(true)
        await request.dispose()
        await signIn(context, server.origin, account)
        const { id } = await createToken(context, server.origin, { name: 'nightly', expires_in_seconds: 5 * 86_400 })
        ageSessions(server, account)
        inDatabaseOf(server, 'UPDATE token SET created_at = ? WHERE id = ?', monthAgo(), id)
        inDatabaseOf(server, 'UPDATE instance SET housekept_at = NULL')
        await server.kill()
        server = await place.start()

        const reminder = await mail.mailTo(account.email, /^Token “nightly” expires soon$/)
        expect(linkOf(reminder)).toBe(`${server.origin}/settings/tokens?q=nightly`)
        await page.goto(linkOf(reminder))
        await page.getByRole('button', { name: 'Actions for nightly' }).click()
        await page.getByRole('menuitem', { name: 'Extend…' }).click()
        await page.getByRole('dialog', { name: 'Extend nightly' }).getByRole('button', { name: 'Extend' }).click()
        const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
        await question.getByLabel('Password', { exact: true }).fill(account.password)
        await page.keyboard.press('Enter')
        await expect(page.getByText(/^nightly now expires on /).first()).toBeVisible()
      } finally {
        await page.close()
        await server.kill()
        place.remove()
      }
    })
  })
}
