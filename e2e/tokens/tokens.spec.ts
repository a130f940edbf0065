import { expect, test } from '@/e2e/support/fixtures'
import { createToken } from '@/e2e/support/tokens'
import { windows } from '@/e2e/support/windows'

for (const { name: place, use } of windows) {
  test.describe(`at ${place}`, () => {
    test.use(use)

    test('renders a token name as text, even if it contains HTML', async ({ page, signedIn, server }) => {
      await signedIn()
      const name = '<img src=x onerror=alert(1)>'
      await createToken(page.context(), server.origin, { name })
      await page.goto('/settings/tokens')
      await expect(page.getByRole('row', { name: /onerror/ })).toContainText(name)
      await expect(page.locator('img')).toHaveCount(0)
    })

    test('reports a duplicate name at its field and keeps the form as it was', async ({ page, signedIn, server }) => {
      await signedIn()
      await createToken(page.context(), server.origin, { name: 'ci' })
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('CI')
      await dialog.getByText('No expiry', { exact: true }).click()
      await dialog.getByRole('button', { name: 'Create token' }).click()
      await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription('You already have a token with this name')
      await expect(dialog.getByLabel('Name')).toBeFocused()
      await expect(dialog.getByRole('radio', { name: 'No expiry' })).toBeChecked()
    })

    test('offers expiry on a day, after a period, or never, and shows the result', async ({ page, signedIn }) => {
      await signedIn()
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      const dialog = page.getByRole('dialog')
      const expiry = dialog.getByRole('group', { name: 'Expires in' })
      for (const choice of ['7 days', '30 days', '60 days', '90 days', 'Custom…']) {
        await expiry.getByText(choice, { exact: true }).click()
        await expect(dialog.getByText(/^Expires on /)).toBeVisible()
      }
      await dialog.getByText('No expiry', { exact: true }).click()
      await expect(dialog.getByText(/^Doesn’t expire/)).toBeVisible()
    })

    test('reports a missing or past day at the date field and focuses it', async ({ page, signedIn }) => {
      await signedIn()
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      const dialog = page.getByRole('dialog')
      const send = dialog.getByRole('button', { name: 'Create token' })
      const day = dialog.getByLabel('Expiry date')
      await dialog.getByLabel('Name').fill('ci')
      await dialog.getByText('Custom…', { exact: true }).click()
      await day.fill('')
      await expect(day).toHaveAccessibleDescription('Choose the last day the token should work.')
      await expect(day).toHaveAttribute('aria-invalid', 'false')

      await send.click()
      await expect(day).toHaveAccessibleDescription('Choose an expiry date.')
      await expect(day).toHaveAttribute('aria-invalid', 'true')
      await expect(day).toBeFocused()
      await expect(dialog.getByRole('alert')).toContainText('Fix the highlighted fields')

      await day.fill('2020-02-19')
      await expect(day).toHaveAttribute('aria-invalid', 'false')
      await expect(dialog.getByRole('alert')).toHaveCount(0)
      await dialog.getByLabel('Name').fill('')
      await send.click()
      await expect(dialog.getByLabel('Name')).toBeFocused()
      await dialog.getByLabel('Name').fill('ci')
      await expect(dialog.getByRole('alert')).toHaveCount(0)
      await send.click()
      await expect(day).toHaveAccessibleDescription(/future/)
      await expect(day).toBeFocused()

      await dialog.getByRole('group', { name: 'Expires in' }).getByText('7 days', { exact: true }).click()
      await expect(dialog.getByRole('alert')).toHaveCount(0)
      await send.click()
      await expect(dialog.getByRole('heading', { name: 'Copy your new token' })).toBeVisible()
    })

    test('a page that has been open for hours still shows the right expiry', async ({ page, signedIn }) => {
      await signedIn()
      await page.goto('/settings/tokens')
      await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
      await page.clock.setFixedTime(Date.now() + 2 * 3_600_000)
      // Otherwise the page’s own clock would tick a little later.
      await page.evaluate(() => Object.assign(window, { setInterval: () => 0 }))
      await page.getByRole('button', { name: 'Create token' }).click()
      await page.getByRole('group', { name: 'Expires in' }).getByText('7 days', { exact: true }).click()
      const time = await page.evaluate(() => new Date().toTimeString().slice(0, 5))
      await expect(page.getByRole('dialog').getByText(/^Expires on /)).toContainText(time)
    })

    test('everything works by keyboard, and focus stays where people expect it', async ({ page, signedIn, server }) => {
      await signedIn()
      await createToken(page.context(), server.origin, { name: 'ci' })
      await page.goto('/settings/tokens')
      const actions = page.getByRole('button', { name: 'Actions for ci' })
      await actions.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused()
      await page.keyboard.press('Enter')
      const name = page.getByRole('dialog', { name: 'Rename ci' }).getByLabel('Name')
      await expect(name).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(actions).toBeFocused()

      await page.getByRole('button', { name: 'Create token' }).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Create token' })
      await expect(dialog.getByLabel('Name')).toBeFocused()
      await page.keyboard.type('made by keyboard')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: /Copy\s+the token/ })).toBeFocused()
    })

    test('the copy button copies the key', async ({ page, signedIn, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await signedIn()
      await page.goto('/settings/tokens')
      await page.getByRole('button', { name: 'Create token' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name').fill('ci')
      await dialog.getByRole('button', { name: 'Create token' }).click()
      const key = await dialog.getByText(/^lkp_[0-9A-Za-z]{36}$/).innerText()
      await dialog.getByRole('button', { name: /Copy\s+the token/ }).click()
      await expect(dialog.getByText('Copied', { exact: true }).first()).toBeVisible()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
    })
  })
}
