import { expect, type Locator, type Page } from 'playwright/test'
import { PATIENCE_MS } from '@/test/support/wait-until'

/**
 * Reloads the page until `locator` contains `text`. The server writes usage in batches, so it shows up a little later.
 */
export async function expectAfterReload(page: Page, locator: Locator, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await locator.waitFor()
    expect(await locator.textContent()).toContain(text)
  }).toPass({ timeout: PATIENCE_MS })
}
