import type { Page } from 'playwright/test'
import { expect } from '@/e2e/support/fixtures'
import type { ReceivedMail } from '@/test/support/mail-server'

/** The address of the one link of a mail. */
export function linkIn({ text }: ReceivedMail): string {
  return /https?:\/\/\S+#\S+/.exec(text)?.[0] ?? ''
}

/**
 * Opens the link of an email, as its person and a scanner do: no other host is asked, and the address
 * bar does not keep the secret. The page is reloaded, which must not cost it its link.
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
