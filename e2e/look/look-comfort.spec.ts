import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { seedTokens } from '@/e2e/support/seed-tokens'

test('the search and the list of shortcuts fit and are accessible', async ({ page, signedIn, server }) => {
  await signedIn()
  await seedTokens(page.context(), server)
  await page.goto('/settings/shortcuts')
  await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck()
  await expect(page.getByText('Off', { exact: true })).toHaveCount(2)
  await expectFit(page, 'shortcuts')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('option', { name: 'Sign out' })).toBeAttached()
  await expectFit(page, 'search')
  await page.getByRole('combobox').fill('ci')
  await expect(page.getByRole('option', { name: 'ci-deploy' })).toBeVisible()
  await expectFit(page, 'search-found')
  await page.getByRole('combobox').fill('lkp_')
  await expect(page.getByText('This token is mistyped or incomplete.')).toBeVisible()
  await expectFit(page, 'search-mistyped')
})
