import { expect, type Page } from 'playwright/test'

/** Expects the navigation to show `username`. Unfolds the navigation first in a narrow window. */
export async function expectSignedInAs(page: Page, username: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' })
  const name = page.getByText(username, { exact: true })
  await expect(menu.or(name).filter({ visible: true })).toBeVisible()
  if (await menu.isVisible()) await menu.click()
  await expect(name).toBeVisible()
}
