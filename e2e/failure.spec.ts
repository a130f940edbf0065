import { expectAccessible } from '@/e2e/support/accessibility'
import { expect, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'

test('a page that fails says so without a reason, and comes back when it is tried again', async ({
  page,
  pageErrors,
  signedIn,
  server,
}) => {
  await signedIn()
  inDatabaseOf(server, 'ALTER TABLE token_usage RENAME TO token_usage_away')
  try {
    expect((await page.goto('/settings/tokens'))?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    await expect(page.getByText(/In the log of the server: \S+/)).toBeVisible()
    expect(await page.content()).not.toMatch(/prisma|sqlite|no such table|token_usage/i)
    await expectAccessible(page)
  } finally {
    inDatabaseOf(server, 'ALTER TABLE token_usage_away RENAME TO token_usage')
  }
  expect(pageErrors.splice(0)).not.toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
})
