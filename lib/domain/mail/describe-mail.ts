import { settings } from '@/lib/base/env'
import { describeLinkMail } from '@/lib/domain/mail/describe-link-mail'
import { describeNotice } from '@/lib/domain/mail/describe-notice'
import type { Mail } from '@/lib/domain/mail/mail'
import type { MailContent } from '@/lib/domain/mail/mail-content'

/** Returns the content of an email. Links are built from APP_URL and nothing else. */
export function describeMail(mail: Mail): MailContent {
  const linkTo = (path: string) => `${settings().appOrigin}${path}`
  return describeLinkMail(mail, linkTo) ?? describeNotice(mail, linkTo)
}
