import { chromium } from 'playwright'

const CHROMIUM = '/usr/bin/chromium'

/**
 * Returns how many bytes of script a browser with an empty cache loads until the network is idle: the compressed
 * bodies, without their response headers.
 */
export async function scriptBytes(address: string, cookie: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ extraHTTPHeaders: { cookie } })
    await page.goto(address, { waitUntil: 'networkidle' })
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => ({
        path: new URL(entry.name).pathname,
        bytes: (entry as PerformanceResourceTiming).encodedBodySize,
      })),
    )
    return loaded.filter(({ path }) => path.endsWith('.js')).reduce((sum, { bytes }) => sum + bytes, 0)
  } finally {
    await browser.close()
  }
}
