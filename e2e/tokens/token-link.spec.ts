import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('a link fills in the token form but creates nothing until the owner confirms', async ({ page, signedIn }) => {
      await signedIn()
      await page.goto('/settings/tokens/new?name=ci%20runner&scopes=read,write&expires_in_days=45')
      await expect(page.getByLabel('Name')).toHaveValue('ci runner')
      await expect(page.getByRole('checkbox', { name: 'write' })).toBeChecked()
      await expect(page.getByRole('radio', { name: '45 days' })).toBeChecked()
      const tokens = async () =>
        ((await (await page.request.get('/api/v1/auth/tokens?kind=personal')).json()) as { items: object[] }).items
      expect(await tokens()).toEqual([])

      await page.getByRole('button', { name: 'Create token' }).click()
      await expect(page.getByRole('dialog', { name: 'Copy your new token' })).toBeVisible()
      expect(await tokens()).toMatchObject([{ name: 'ci runner', scopes: ['read', 'write'] }])
      await page.getByRole('button', { name: 'Done, I’ve saved it' }).click()
      await expect(page).toHaveURL(/\/settings\/tokens$/)
      await expect(page.getByRole('row', { name: /ci runner/ })).toBeVisible()
    })
  })
}

test('invalid values in a link are reported at their fields and can be corrected', async ({ page, signedIn }) => {
  await signedIn()
  await page.goto(`/settings/tokens/new?name=${'x'.repeat(65)}&scopes=read,deploy&expires_in_days=4000`)
  const name = page.getByLabel('Name')
  await expect(name).toHaveValue('x'.repeat(65))
  await expect(name).toHaveAccessibleDescription(/64/)
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('group', { name: 'Scopes' })).toHaveAccessibleDescription(/deploy/)
  await expect(page.getByRole('group', { name: 'Expires in' })).toHaveAccessibleDescription(/1 to 365 days/)
  await expect(page.getByRole('radio', { name: '90 days' })).toBeChecked()

  await name.fill('ci')
  await page.getByRole('group', { name: 'Expires in' }).getByText('7 days').click()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy your new token' })).toBeVisible()
})

test('a link leads to the sign-in page without a session', async ({ page }) => {
  await page.goto('/settings/tokens/new?name=ci')
  await expect(page).toHaveURL(/\/login/)
})
