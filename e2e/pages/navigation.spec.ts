import { expect, test } from '@/e2e/support/fixtures'
import { windows } from '@/e2e/support/windows'

const PAGES = [
  ['Tokens', '/settings/tokens'],
  ['Devices', '/settings/devices'],
  ['Activity', '/settings/activity'],
  ['Security', '/settings/security'],
  ['Profile', '/settings/profile'],
  ['API reference', '/docs/api'],
] as const

test('the navigation links to every page and marks the current one', async ({ page, signedIn }) => {
  await signedIn()
  await page.goto('/settings/tokens')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  for (const [name, path] of PAGES) {
    await navigation.getByRole('link', { name }).click()
    await expect(page).toHaveURL(path)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page).toHaveTitle(`${name} · Latchkey`)
    await expect(navigation.locator('[aria-current="page"]')).toHaveText([name])
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('the navigation unfolds and works by keyboard', async ({ page, signedIn }) => {
    await signedIn()
    await page.goto('/settings/tokens')
    const menu = page.getByRole('button', { name: 'Menu' })
    const devices = page.getByRole('link', { name: 'Devices' })
    await expect(menu).toHaveAttribute('aria-expanded', 'false')
    await expect(devices).toBeHidden()

    await menu.focus()
    await page.keyboard.press('Enter')
    await expect(menu).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(devices).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(devices).toBeHidden()
    await expect(menu).toBeFocused()

    await page.keyboard.press('Enter')
    await devices.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/settings/devices')
    await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible()
    await expect(devices).toBeHidden()

    await menu.click()
    await page.mouse.click(180, 700)
    await expect(devices).toBeHidden()
    await menu.click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

for (const { name, use } of windows) {
  test.describe(`at ${name}`, () => {
    test.use(use)

    test('after sign-out, neither Back nor the address brings a page back', async ({ page, signedIn }) => {
      const account = await signedIn()
      const pages = PAGES.slice(0, -1)
      for (const [, path] of pages) await page.goto(path)
      await expect(page.getByText(account.email, { exact: true })).toBeVisible()
      const menu = page.getByRole('button', { name: 'Menu' })
      if (await menu.isVisible()) await menu.click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      for (let step = 0; step < pages.length; step += 1) {
        await page.goBack()
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
        await expect(page.getByText(account.username)).toHaveCount(0)
      }
    })
  })
}
