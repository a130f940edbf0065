import { onTestFinished } from 'vitest'
import { startMailServer, type MailServer } from '@/test/support/servers/mail-server'
import type { Contract } from '@/lib/base/contract'
import { withSettings } from '@/test/support/with-settings'

/** Gives the process a mail server until the running test ends. */
export async function withMailServer(): Promise<MailServer> {
  const server = await startMailServer()
  onTestFinished(() => server.close())
  withSettings({ SMTP_URL: server.url })
  return server
}

/** Does the same if requests of a contract wait for the mail server. */
export async function withMailServerFor({ errors }: Contract): Promise<void> {
  if (errors.includes('email_not_configured')) await withMailServer()
}
