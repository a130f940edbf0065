import { expect, type Locator, type Page } from 'playwright/test'

// Uses of tokens are written in batches, every ten seconds.
const WRITTEN_WITHIN_MS = 40_000

/** Reloads the page until `locator` holds `text`: what is counted in batches is there a little later. */
export async function expectAfterReload(page: Page, locator: Locator, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(locator).toContainText(text, { timeout: 2000 })
  }).toPass({ timeout: WRITTEN_WITHIN_MS })
}
