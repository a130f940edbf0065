import { expect, type Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'
import { isProof } from '@/test/support/proof-rounds'

/**
 * The widths and color schemes of a page. `npm test` uses the audited ones, which cover both widths and both schemes.
 */
const ALL_LOOKS = [
  { width: 360, colorScheme: 'light', isAudited: true },
  { width: 360, colorScheme: 'dark', isAudited: false },
  { width: 1280, colorScheme: 'dark', isAudited: true },
  { width: 1280, colorScheme: 'light', isAudited: false },
] as const

interface FitOptions {
  widthMax?: number
  /**
   * A selector of the part that axe audits. With it, screenshots show only the window. The default is the whole page.
   */
  part?: string
}

/**
 * Expects the page in its current state to fit every width and to have no accessibility violations. `npm run proof`
 * also saves screenshots.
 */
export async function expectFit(page: Page, name: string, { widthMax = 1280, part }: FitOptions = {}): Promise<void> {
  const looks = ALL_LOOKS.filter(({ width, isAudited }) => width <= widthMax && (isAudited || isProof))
  const audited = auditedOf(looks, name)
  for (const look of looks) {
    const { width, colorScheme } = look
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const title = `${width}-${colorScheme}-${name}`
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${title} is wider than the window`).toBeLessThanOrEqual(0)
    if (isProof) {
      const picture = { path: `test-results/look/${title}.png`, fullPage: part === undefined }
      await page.screenshot({ ...picture, animations: 'disabled' })
    }
    if (audited.includes(look)) await expectAccessible(page, part)
  }
}

type Look = (typeof ALL_LOOKS)[number]

/**
 * Returns the looks that axe audits. `npm test` audits one for each state of a page, chosen by the length of its name.
 */
function auditedOf(looks: readonly Look[], name: string): readonly Look[] {
  const all = looks.filter(({ isAudited }) => isAudited)
  return isProof ? all : all.slice(name.length % all.length).slice(0, 1)
}
