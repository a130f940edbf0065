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
  inDatabaseOf(server, 'ALTER TABLE audit_event RENAME TO audit_event_away')
  try {
    expect((await page.goto('/settings/security'))?.status()).toBe(500)
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    await expect(page.getByText(/In the log of the server: \S+/)).toBeVisible()
    expect(await page.content()).not.toMatch(/prisma|sqlite|no such table|audit_event/i)
    await expectAccessible(page)
  } finally {
    inDatabaseOf(server, 'ALTER TABLE audit_event_away RENAME TO audit_event')
  }
  expect(pageErrors.splice(0)).not.toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
})
