import { expect, type Page } from 'playwright/test'
import { expectAccessible } from '@/e2e/support/accessibility'
import { fitWidths } from '@/e2e/support/windows'
import { isProof } from '@/test/support/proof-rounds'

/**
 * The widths and color schemes of a page. `npm run proof` uses all of them; `npm test` uses the sampled ones, which cover
 * the narrowest and the widest, and both schemes.
 */
const ALL_LOOKS = [
  { width: 360, colorScheme: 'light', isSampled: true },
  { width: 360, colorScheme: 'dark', isSampled: false },
  { width: 900, colorScheme: 'light', isSampled: false },
  { width: 900, colorScheme: 'dark', isSampled: false },
  { width: 1280, colorScheme: 'dark', isSampled: true },
  { width: 1280, colorScheme: 'light', isSampled: false },
] as const

interface FitOptions {
  widthMax?: number
  /**
   * A selector of the part that axe audits. With it, screenshots show only the window. The default is the whole page.
   */
  part?: string
}

/**
 * Expects the page in its current state to fit every width, up to `widthMax`, and to have no accessibility violations.
 * `npm run proof` also saves screenshots.
 */
export async function expectFit(
  page: Page,
  name: string,
  { widthMax = Infinity, part }: FitOptions = {},
): Promise<void> {
  const looks = ALL_LOOKS.filter(({ width, isSampled }) => width <= widthMax && (isSampled || isProof))
  const audited = auditedOf(looks, name)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // The page is resized in place: loading it again for each width would take most of the time.
  for (const width of fitWidths.filter((fit) => fit <= widthMax)) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(findMisfits), `${name} at ${width} px`).toEqual([])
  }
  for (const look of looks) {
    const { width, colorScheme } = look
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const title = `${width}-${colorScheme}-${name}`
    if (isProof) {
      const picture = { path: `test-results/look/${title}.png`, fullPage: part === undefined }
      await page.screenshot({ ...picture, animations: 'disabled' })
    }
    if (audited.includes(look)) await expectAccessible(page, part)
  }
}

/** Returns what is wider than the window, cut off by its table, or out of reach. Runs in the page. */
function findMisfits(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const misfits = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []
  for (const table of document.querySelectorAll('[role=table]')) {
    const label = table.getAttribute('aria-label') ?? ''
    const end = table.parentElement?.getBoundingClientRect().right ?? 0
    // The header of cards is for screen readers only.
    const isHidden = (part: Element) =>
      part.closest('.sr-only') !== null || getComputedStyle(part.closest('thead') ?? table).position === 'absolute'
    const parts = [table, ...table.querySelectorAll('td *, th *')].filter((part) => !isHidden(part))
    if (parts.some((part) => part.getBoundingClientRect().right > end + 1)) misfits.push(`${label}: cut off`)
  }
  return misfits
}

type Look = (typeof ALL_LOOKS)[number]

/**
 * Returns the looks that axe audits. `npm test` audits one for each state of a page, chosen by the length of its name.
 */
function auditedOf(looks: readonly Look[], name: string): readonly Look[] {
  return isProof ? looks : looks.slice(name.length % looks.length).slice(0, 1)
}
