import { expect, type Page } from 'playwright/test'

/** Expects that the navigation names `username`; where there is little room it is unfolded first. */
export async function expectSignedInAs(page: Page, username: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' })
  const name = page.getByText(username)
  await expect(menu.or(name).filter({ visible: true })).toBeVisible()
  if (await menu.isVisible()) await menu.click()
  await expect(name).toBeVisible()
}
