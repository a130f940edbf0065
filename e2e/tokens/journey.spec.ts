import { expectAfterReload } from '@/e2e/support/after-reload'
import { expectAccessible } from '@/e2e/support/accessibility'
import { expect, test } from '@/e2e/support/fixtures'

const PASSWORD = 'correct horse battery staple'

test('a new account creates a token, uses it, renames it, and revokes it, and the next request is rejected', async ({
  page,
  request,
}) => {
  await page.goto('/register')
  await page.getByLabel('Username').fill('maya.ortiz')
  await page.getByLabel('Email address').fill('maya@example.com')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Confirm password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()

  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  await expect(page).toHaveTitle('Tokens · Latchkey')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('weather-station')
  await dialog.getByRole('group', { name: 'Expires in' }).getByText('30 days').click()
  await expect(dialog.getByText(/^Expires on \w+, \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Create token' }).click()

  await expect(dialog.getByRole('heading', { name: 'Copy your new token' })).toBeVisible()
  const key = await dialog.getByText(/^lkp_[0-9A-Za-z]{36}$/).innerText()
  await expect(dialog.getByText(`Authorization: Token ${key}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Done, I’ve saved it' }).click()
  await expect(dialog).toBeHidden()

  const verify = () => request.get('/api/v1/auth/verify', { headers: { authorization: `Token ${key}` } })
  expect(await (await verify()).json()).toMatchObject({ username: 'maya.ortiz', token_name: 'weather-station' })
  await page.reload()
  const row = page.getByRole('row', { name: /weather-station/ })
  await expect(row).toContainText(`lkp_…${key.slice(-4)}`)
  await expectAfterReload(page, row, 'just now')
  expect(await page.content()).not.toContain(key)

  await page.getByRole('button', { name: 'Actions for weather-station' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('roof sensor')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('row', { name: /roof sensor/ })).toBeVisible()

  await page.getByRole('button', { name: 'Actions for roof sensor' }).click()
  await page.getByRole('menuitem', { name: 'Revoke' }).click()
  const question = page.getByRole('alertdialog', { name: 'Revoke roof sensor?' })
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByLabel('Reason').selectOption({ label: 'Lost device' })
  await question.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('heading', { name: 'No active tokens' })).toBeVisible()
  await page.getByRole('link', { name: 'Expired & revoked 1' }).click()
  await expect(page.getByRole('row', { name: /roof sensor/ })).toContainText(/lost/i)

  const refused = await verify()
  expect(refused.status()).toBe(401)
  expect(await refused.json()).toMatchObject({ code: 'token_revoked' })

  // Narrow windows fold the navigation.
  const menu = page.getByRole('button', { name: 'Menu' })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('roof sensor')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
