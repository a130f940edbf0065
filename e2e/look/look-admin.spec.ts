import { signInAsAdministrator } from '@/e2e/support/administrator'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { seedTokens } from '@/e2e/support/seed-tokens'

test('the overview and the list of accounts fit and are accessible', async ({ page, server, newAccount }) => {
  await newAccount()
  await signInAsAdministrator(page.context(), server)
  await page.goto('/admin')
  await page.getByText('Show as table').click()
  await expectFit(page, 'admin-overview')
  await page.goto('/admin/users')
  await expectFit(page, 'admin-users')
})

test('an account’s dialog and an empty search result fit and are accessible', async ({ page, server, newAccount }) => {
  const account = await newAccount()
  await signInAsAdministrator(page.context(), server)
  await page.goto('/admin/users')
  await page.getByRole('button', { name: `Actions for ${account.username}` }).click()
  await page.getByRole('menuitem', { name: 'Deactivate…' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectFit(page, 'admin-deactivate', { part: '[role=alertdialog]' })
  await page.goto('/admin/users?q=nobody-is-called-so&show=admins')
  await expectFit(page, 'admin-users-none')
})

test('the account page and the audit log fit and are accessible', async ({ page, server, newAccount }) => {
  const account = await newAccount()
  await signInAsAdministrator(page.context(), server)
  await page.goto(`/admin/users/${account.id}`)
  await page.getByLabel('Limit', { exact: true }).selectOption('Custom…')
  await expectFit(page, 'admin-user')
  await page.goto(`/admin/audit?target=${account.id}`)
  await page.getByText('Details').first().click()
  await expectFit(page, 'admin-audit')
})

test('the list of all tokens and its revocation dialog fit and are accessible', async ({ page, server, signedIn }) => {
  const account = await signedIn()
  await seedTokens(page.context(), server)
  await page.context().clearCookies()
  await signInAsAdministrator(page.context(), server)
  await page.goto(`/admin/tokens?user=${account.username}`)
  await page.getByRole('checkbox', { name: 'Select ci-deploy' }).check()
  await page.getByRole('checkbox', { name: 'Select greenhouse-sensor-2' }).check()
  await expectFit(page, 'admin-tokens')
  await page.getByRole('region', { name: 'Selected tokens' }).getByRole('button', { name: 'Revoke…' }).click()
  await expect(page.getByText(/\d used in the last 7 days/)).toBeVisible()
  await expectFit(page, 'admin-revoke', { part: '[role=alertdialog]' })
})
