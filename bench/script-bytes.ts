import { chromium } from 'playwright'

const CHROMIUM = '/usr/bin/chromium'

/** Returns how many compressed bytes of script a browser with an empty cache fetches until the network is idle. */
export async function scriptBytes(address: string, cookie: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ extraHTTPHeaders: { cookie } })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Set<string>()
    let bytes = 0
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    return bytes
  } finally {
    await browser.close()
  }
}
