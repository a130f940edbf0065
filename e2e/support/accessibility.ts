import type axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from 'playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Expects axe to find no violations on the page in its current state, or in one part of it. Frames are ignored: their
 * content is not ours.
 */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await expectAtRest(page)
  // Loads axe once per document: parsing it takes longer than checking a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const findings = await page.evaluate(async (include) => {
    const { axe: program } = window as unknown as { axe: typeof axe }
    const { violations } = await program.run({ include, exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, part)
  expect(findings, 'accessibility').toEqual([])
}

/** Waits until no finite animation is running. Halfway through a fade, the colors are not those that people read. */
async function expectAtRest(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(() => {
      const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime)
      return document.getAnimations().filter((animation) => animation.playState === 'running' && ends(animation)).length
    })
  await expect.poll(moving, 'what still moves').toBe(0)
}
