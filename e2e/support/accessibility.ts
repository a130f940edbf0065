import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** Expects that axe finds nothing against the page as it stands, or a part of it. What a frame shows is not ours. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await expectAtRest(page)
  // In this mode it needs no second page for each finding.
  const { violations } = await new AxeBuilder({ page }).include(part).exclude('iframe').setLegacyMode(true).analyze()
  const findings = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  expect(findings, 'accessibility').toEqual([])
}

/** Expects that nothing of the page is still fading in: half-way, its colours are not those that people read. */
async function expectAtRest(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(() => {
      const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime)
      return document.getAnimations().filter((animation) => animation.playState === 'running' && ends(animation)).length
    })
  await expect.poll(moving, 'what still moves').toBe(0)
}
