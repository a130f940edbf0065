import { expect, type Locator } from 'playwright/test'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** Expects that `lower` starts below the end of `upper`, so that neither covers the other. */
export async function expectBelow(upper: Locator, lower: Locator): Promise<void> {
  await expect(async () => {
    const [above, below] = [await upper.boundingBox(), await lower.boundingBox()]
    if (above === null || below === null) throw new Error('not visible')
    expect(above.y + above.height).toBeLessThanOrEqual(below.y)
  }).toPass({ timeout: PATIENCE_MS })
}
