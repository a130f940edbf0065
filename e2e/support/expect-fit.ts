import { expect, type Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'

export const WIDTHS = [360, 1280]
export const SCHEMES = ['light', 'dark'] as const

/** The windows that every page is looked at in. */
export const looks = WIDTHS.flatMap((width) =>
  SCHEMES.map((colorScheme) => ({
    name: `${width}-${colorScheme}`,
    use: { viewport: { width, height: 800 }, colorScheme },
  })),
)

/** Expects a page that fits its width and that axe has nothing against; keeps a picture to look at. */
export async function expectFit(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
  await page.screenshot({ path: `test-results/look/${name}.png`, fullPage: true })
  await expectAccessible(page)
}
