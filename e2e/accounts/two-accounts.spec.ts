import { signIn } from '@/e2e/support/accounts'
import { expect, test } from '@/e2e/support/fixtures'
import { expectFit } from '@/e2e/support/expect-fit'

test('a page creates nothing for an account that signed in in another tab, and says so', async ({
  page,
  context,
  server,
  newAccount,
  signedIn,
}) => {
  await signedIn()
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'Create token' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('for the first account')

  const second = await newAccount()
  await signIn(context, server.origin, second)
  await page.getByRole('dialog').getByRole('button', { name: 'Create token' }).click()

  await expect(page.getByText(`You’re now signed in as ${second.username}.`)).toBeVisible()
  await expect(page.getByTitle(second.username)).toBeVisible()
  const { items } = await (await context.request.get('/api/v1/auth/tokens?kind=personal')).json()
  expect(items).toEqual([])
  await expectFit(page, 'account-changed')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('You’re now signed in as')).toBeHidden()
})

test('a page notices that its browser signed in to another account in another tab', async ({
  page,
  context,
  server,
  newAccount,
  signedIn,
}) => {
  const first = await signedIn()
  await page.goto('/settings/profile')
  await expect(page.getByTitle(first.username)).toBeVisible()
  const second = await newAccount()
  await signIn(context, server.origin, second)
  await (await context.newPage()).goto('/settings/tokens')

  await expect(page.getByRole('alert').filter({ hasText: 'a different account' })).toBeVisible()
  await expectFit(page, 'account-changed-elsewhere')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByTitle(second.username)).toBeVisible()
})
