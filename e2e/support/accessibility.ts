import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** Expects that axe finds nothing against the page as it stands, or a part of it. What a frame shows is not ours. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // In this mode it needs no second page for each finding.
  const { violations } = await new AxeBuilder({ page }).include(part).exclude('iframe').setLegacyMode(true).analyze()
  const findings = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  expect(findings, 'accessibility').toEqual([])
}
