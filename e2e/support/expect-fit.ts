import { expect, type Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'
import { isProof } from '@/test/support/proof-rounds'

/** The widths and color schemes of a page. The audited ones have both widths and both schemes; `npm test` takes only those. */
const ALL_LOOKS = [
  { width: 360, colorScheme: 'light', isAudited: true },
  { width: 360, colorScheme: 'dark', isAudited: false },
  { width: 1280, colorScheme: 'dark', isAudited: true },
  { width: 1280, colorScheme: 'light', isAudited: false },
] as const
const LOOKS = ALL_LOOKS.filter(({ isAudited }) => isAudited || isProof)

interface FitOptions {
  widthMax?: number
  /** What of the page axe looks at, with a picture of the window; all of it where this is left out. */
  part?: string
}

/** Expects of the page as it stands that it fits every width and that axe has nothing against it; keeps pictures to look at. */
export async function expectFit(page: Page, name: string, { widthMax = 1280, part }: FitOptions = {}): Promise<void> {
  for (const { width, colorScheme, isAudited } of LOOKS) {
    if (width > widthMax) continue
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = `${width}-${colorScheme}-${name}`
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${look} is wider than the window`).toBeLessThanOrEqual(0)
    const picture = { path: `test-results/look/${look}.png`, fullPage: part === undefined }
    await page.screenshot({ ...picture, animations: 'disabled' })
    if (isAudited) await expectAccessible(page, part)
  }
}
