import { signInAsAdministrator } from '@/e2e/support/administrator'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { createToken } from '@/e2e/support/tokens'
import { startServer } from '@/test/support/servers/server-process'

test('the first steps tick themselves, until none is left', async ({ page, context, mail }) => {
  const server = await startServer({ env: { SETUP_CODE, LOG_LEVEL: 'warn', SMTP_URL: mail.url } })
  try {
    const { email } = await signInAsAdministrator(context, server)
    await page.goto(`${server.origin}/admin`)
    const card = page.getByRole('region', { name: 'First steps' })
    await expect(card.getByText('0 of 5 done')).toBeVisible()
    await expectFit(page, 'first-steps')
    await card.getByRole('button', { name: 'Send a test email' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: `Sent to ${email}. Check your inbox.` })).toBeVisible()
    await mail.mailTo(email, /^Test email/)
    await expect(card.getByText('1 of 5 done')).toBeVisible()
    await expect(card.getByRole('heading', { name: 'Check that email works, done' })).toBeVisible()
    await expect(page.locator('main')).toBeFocused()

    await createToken(context, server.origin, { name: 'backup' })
    inDatabaseOf(server, `UPDATE token SET last_used_at = created_at WHERE kind = 'personal'`)
    await page.reload()
    await expect(card.getByText('3 of 5 done')).toBeVisible()
    await card.getByRole('link', { name: 'How to back up' }).click()
    await expect(page.getByRole('heading', { name: 'Backup' })).toBeInViewport()
    await expectFit(page, 'set-up-the-server')

    inDatabaseOf(server, 'UPDATE instance SET backed_up_at = created_at')
    const invited = await context.request.post(`${server.origin}/api/v1/admin/invites`, {
      headers: { origin: server.origin },
      data: {},
    })
    expect(invited.status()).toBe(201)
    await page.goto(`${server.origin}/admin`)
    await expect(page.getByRole('heading', { name: 'Sign-ins' })).toBeVisible()
    await expect(card).toBeHidden()
  } finally {
    await page.close()
    await server.kill()
  }
})
