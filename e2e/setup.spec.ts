import { expect, SETUP_CODE, test } from '@/e2e/support/fixtures'

test.use({ serverSettings: { REGISTRATION: 'closed' } }) // a server of its own, that nobody has set up

test('the first visitor sets up the server, with the code from its terminal, once', async ({ page, pageErrors }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/setup$/)
  await page.getByLabel('Setup code').fill('not-the-code')
  await page.getByLabel('Username').fill('root')
  await page.getByLabel('E-mail address').fill('root@example.com')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/^(Good|Strong)\.$/)
  await page.getByLabel('Repeat the password').fill('correct horse battery staple')
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page.getByLabel('Setup code')).toHaveAccessibleDescription(/not the code that was printed/)
  await expect(page.getByLabel('Setup code')).toBeFocused()
  await expect(page.getByLabel('Username')).toHaveValue('root')

  await page.getByLabel('Setup code').fill(SETUP_CODE.toLowerCase())
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page.getByText('Administrator', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/admin$/)

  expect((await page.goto('/setup'))?.status()).toBe(404)
  expect(pageErrors.splice(0)).toEqual([expect.stringContaining('404')])
  await page.goto('/')
  await expect(page).toHaveURL(/\/admin$/)
})
