import type { Page } from 'playwright/test'
import { expect } from '@/e2e/support/fixtures'
import type { ReceivedMail } from '@/test/support/servers/mail-server'

/** Returns the only link with a fragment in an email. */
export function linkIn({ text }: ReceivedMail): string {
  return /https?:\/\/\S+#\S+/.exec(text)?.[0] ?? ''
}

/**
 * Opens the link in an email. Expects that the page contacts no other host and that the address bar drops the secret.
 * Reloads the page, which must not lose the link.
 */
export async function openLink(page: Page, mail: ReceivedMail): Promise<void> {
  const link = new URL(linkIn(mail))
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto(link.href)
  await expect(page).toHaveURL(`${link.origin}${link.pathname}`)
  await page.reload()
  expect(await page.evaluate(() => [location.hash, history.length < 10])).toEqual(['', true])
  expect([...hosts]).toEqual([link.host])
}
