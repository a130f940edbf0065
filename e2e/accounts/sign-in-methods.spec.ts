import { randomUUID } from 'node:crypto'
import { signInAsAdministrator } from '@/e2e/support/administrator'
import type { TestAccount } from '@/e2e/support/accounts'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { windows } from '@/e2e/support/windows'
import type { ServerProcess } from '@/test/support/servers/server-process'

test.use({
  serverSettings: {
    PROVIDERS: 'acme',
    PROVIDER_ACME_CLIENT_ID: 'latchkey',
    PROVIDER_ACME_ISSUER: 'https://id.acme.example',
    PROVIDER_ACME_LABEL: 'Acme',
  },
})

const LONG_AGO = '2020-01-01T00:00:00.000+00:00'

/** Links an account to a provider, as if its owner had last used it long ago. */
function linkLongAgo(server: ServerProcess, account: TestAccount, provider: string): void {
  const id = randomUUID()
  const email = `${account.username}@acme.example`
  inDatabaseOf(
    server,
    `INSERT INTO identity (id, user_id, provider, issuer, subject, email, created_at, last_used_at) VALUES (?, ?, ?, 'https://id.acme.example', ?, ?, '${LONG_AGO}', '${LONG_AGO}')`,
    id,
    account.id,
    provider,
    id,
    email,
  )
}

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('an administrator finds who was not seen at their provider, and sees how they can sign in', async ({
      page,
      server,
      newAccount,
    }) => {
      const left = await newAccount()
      const other = await newAccount()
      linkLongAgo(server, left, 'acme')
      linkLongAgo(server, left, 'retired')
      await signInAsAdministrator(page.context(), server)
      await page.goto('/admin/users')
      await page.getByRole('link', { name: 'Not seen at their provider for 60 days' }).click()
      await expect(page.getByRole('link', { name: other.username })).toHaveCount(0)
      await expect(page.getByRole('row', { name: left.username })).toContainText('2020')
      await expectFit(page, 'admin-users-unseen')

      await page.getByRole('link', { name: left.username }).click()
      await expect(page.getByText('Password, Acme')).toBeVisible()
      const linked = page.getByRole('region', { name: 'Linked providers' })
      await expect(linked).toContainText(`${left.username}@acme.example`)
      await expect(linked).toContainText('retired')
      await expect(linked.getByText('No longer available here')).toHaveCount(1)
      await expectFit(page, 'admin-user-providers')
    })
  })
}
