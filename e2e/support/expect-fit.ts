import { expect, type Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'
import { isProof } from '@/test/support/proof-rounds'

/** The widths and color schemes of a page. `npm test` takes those that axe audits: both widths and both schemes. */
const ALL_LOOKS = [
  { width: 360, colorScheme: 'light', isAudited: true },
  { width: 360, colorScheme: 'dark', isAudited: false },
  { width: 1280, colorScheme: 'dark', isAudited: true },
  { width: 1280, colorScheme: 'light', isAudited: false },
] as const

interface FitOptions {
  widthMax?: number
  /** What of the page axe looks at, with a picture of the window; all of it where this is left out. */
  part?: string
}

/** Expects of the page as it stands that it fits every width and that axe has nothing against it; the proof keeps pictures to look at. */
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

/** Those that axe looks at: in `npm test` one for each state of a page, which the name of the state chooses. */
function auditedOf(looks: readonly Look[], name: string): readonly Look[] {
  const all = looks.filter(({ isAudited }) => isAudited)
  return isProof ? all : all.slice(name.length % all.length).slice(0, 1)
}
