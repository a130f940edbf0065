import { submitSignIn } from '@/e2e/support/accounts'
import { expectFit } from '@/e2e/support/expect-fit'
import { expect, test } from '@/e2e/support/fixtures'
import { inDatabaseOf } from '@/e2e/support/in-database-of'

test('a failing part of a page gives no reason, and recovers with Try again', async ({
  page,
  pageErrors,
  signedIn,
  server,
}) => {
  await signedIn()
  inDatabaseOf(server, 'ALTER TABLE audit_event RENAME TO audit_event_away')
  try {
    // This part of the page streams in after the response headers were sent.
    expect((await page.goto('/settings/security'))?.status()).toBe(200)
    await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
    await expect(page.getByText(/Reference for the server log: \S+/)).toBeVisible()
    expect(await page.content()).not.toMatch(/prisma|sqlite|no such table|audit_event/i)
    await expectFit(page, 'failure')
  } finally {
    inDatabaseOf(server, 'ALTER TABLE audit_event_away RENAME TO audit_event')
  }
  expect(pageErrors.splice(0)).not.toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
})

test('a form whose script fails to load says so and keeps what was typed', async ({ page, pageErrors }) => {
  await page.goto('/login')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  await page.route('**/_next/static/**', (route) => route.abort())
  await submitSignIn(page, 'maya', 'quiet harbour')
  await expect(page.getByRole('alert').filter({ hasText: 'Connection lost.' })).toBeVisible()
  await expect(page.getByLabel('Username or email address')).toHaveValue('maya')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('quiet harbour')
  expect(pageErrors.splice(0)).not.toEqual([])
})

test('fields show their values before the script of the page has loaded', async ({ page, pageErrors, signedIn }) => {
  const account = await signedIn()
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.goto('/settings/profile')
  await expect(page.getByLabel('Username')).toHaveValue(account.username)
  await page.goto('/settings/tokens/new?name=ci%20runner')
  await expect(page.getByLabel('Name')).toHaveValue('ci runner')
  expect(pageErrors.splice(0)).not.toEqual([])
})
