import type { Page } from 'playwright/test'
import type { TestAccount } from '@/e2e/support/accounts'
import { expect, test } from '@/e2e/support/fixtures'
import { expectFit } from '@/e2e/support/expect-fit'

const MESSAGE = 'You were signed out. Sign in again to continue where you left off.'

async function signInHere(page: Page, { username, password }: TestAccount): Promise<void> {
  await page.getByLabel('Username or email address').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }))

test('a form whose session is gone is filled in again after sign-in', async ({ page, context, signedIn }) => {
  const account = await signedIn()
  await page.goto('/settings/profile')
  await page.getByLabel('First name').fill('Maya')
  await page.getByLabel('Last name').fill('Lindqvist')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByText(MESSAGE)).toBeVisible()
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fprofile&ended=1')
  await expectFit(page, 'signed-out')
  await signInHere(page, account)
  await expect(page).toHaveURL('/settings/profile')
  await expect(page.getByLabel('First name')).toHaveValue('Maya')
  await expect(page.getByLabel('Last name')).toHaveValue('Lindqvist')
  expect(await kept(page)).not.toContain('Maya')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Profile saved.')).toBeVisible()
})

test('a dialog whose session was signed out opens again after sign-in, for the same account only', async ({
  page,
  context,
  newAccount,
  signedIn,
  server,
}) => {
  const account = await signedIn()
  const fill = async () => {
    await page.goto('/settings/tokens')
    await page.getByRole('button', { name: 'Create token' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('night backup')
    await page.getByRole('group', { name: 'Expires in' }).getByText('7 days').click()
    await context.request.post('/api/v1/auth/logout-all', { headers: { origin: server.origin }, data: {} })
    await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click()
    await expect(page.getByText(MESSAGE)).toBeVisible()
  }
  await fill()
  await signInHere(page, account)
  const dialog = page.getByRole('dialog', { name: 'Create token' })
  await expect(dialog.getByLabel('Name')).toHaveValue('night backup')
  await expect(dialog.getByRole('radio', { name: '7 days' })).toBeChecked()

  await fill()
  await signInHere(page, await newAccount())
  await expect(page.getByRole('button', { name: 'Create token' })).toBeVisible()
  await expect.poll(() => kept(page)).not.toContain('night backup')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('keeps no typed password when the session is gone', async ({ page, context, signedIn }) => {
  await signedIn()
  await page.goto('/settings/security')
  const typed = 'nine lanterns over the quiet harbour'
  for (const label of ['Current password', 'New password', 'Confirm new password'])
    await page.getByLabel(label, { exact: true }).fill(typed)
  await context.clearCookies()
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText(MESSAGE)).toBeVisible()
  expect(await kept(page)).not.toContain('lanterns')
})

test('a page opened with a signed-out session says so on the sign-in page', async ({
  page,
  context,
  signedIn,
  server,
}) => {
  await signedIn()
  await page.goto('/settings/profile')
  const cookies = await context.cookies()
  await context.request.delete('/api/v1/auth/session', { headers: { origin: server.origin } })
  await context.addCookies(cookies)
  await page.goto('/settings/devices')
  await expect(page.getByText(MESSAGE)).toBeVisible()
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fdevices&ended=1')
})

test('a link followed after signing out in another tab leads to the sign-in page, which says so', async ({
  page,
  context,
  signedIn,
}) => {
  const account = await signedIn()
  await page.goto('/settings/profile')
  const other = await context.newPage()
  await other.goto('/settings/tokens')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other).toHaveURL('/login')
  await page.getByRole('link', { name: 'Devices' }).click()
  await expect(page.getByText(MESSAGE)).toBeVisible()
  await signInHere(page, account)
  await expect(page).toHaveURL('/settings/devices')
})
