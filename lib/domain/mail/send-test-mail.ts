import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { log } from '@/lib/base/log'
import { requestContext } from '@/lib/base/request-context'
import { sendMail } from '@/lib/domain/mail/mail-transport'
import { renderMail } from '@/lib/domain/mail/render-mail'
import { mailTexts, sharedMailTexts } from '@/lib/domain/mail/texts'

/** How long the person waits for the mail server. */
const PATIENCE_MS = 15_000

/**
 * Sends a test email now and waits until the mail server accepts it, but at most 15 seconds.
 * @throws AppError email_not_configured; email_not_sent, with the reason
 */
export async function sendTestMail(to: string, username: string): Promise<void> {
  const { SMTP_URL, appOrigin } = settings()
  if (SMTP_URL === undefined)
    throw new AppError('email_not_configured', { detail: 'Set SMTP_URL, then restart the server.' })
  const { subject, lines } = mailTexts.test
  const content = {
    subject,
    title: subject,
    paragraphs: lines(new URL(appOrigin).host),
    footnote: sharedMailTexts.whyTest(username),
  }
  try {
    await sendMail({ id: `test-${requestContext().requestId}`, to, ...renderMail(content) }, PATIENCE_MS)
  } catch (cause) {
    log().warn({ err: cause }, 'test email could not be sent')
    throw new AppError('email_not_sent', { cause, detail: whyNotSent(cause) })
  }
}

/** Returns the reason in a sentence that repeats no setting and nothing that the mail server wrote but its code. */
function whyNotSent(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const said = typeof responseCode === 'number' ? ` (SMTP ${responseCode})` : ''
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return `The mail server rejected the username or password${said}. Check SMTP_URL.`
    case 'EENVELOPE':
      return `The mail server rejected the sender or the recipient${said}. Check MAIL_FROM and your email address.`
    case 'ETLS':
      return 'The connection to the mail server couldn’t be encrypted. Check SMTP_URL.'
    case 'EABORT':
    case 'ETIMEDOUT':
      return 'The mail server didn’t answer in time. Check SMTP_URL and that the server can be reached.'
    case 'EMESSAGE':
      return `The mail server rejected the email${said}. Its log has the reason.`
    default:
      return `Latchkey couldn’t talk to the mail server${said}. Check SMTP_URL and that the server can be reached.`
  }
}
