import type axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from 'playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Expects that axe finds nothing against the page as it stands, or a part of it. What a frame shows is not ours. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await expectAtRest(page)
  // Once a document: to read the program takes longer than to look at a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const findings = await page.evaluate(async (include) => {
    const { axe: program } = window as unknown as { axe: typeof axe }
    const { violations } = await program.run({ include, exclude: ['iframe'] }, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, part)
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
