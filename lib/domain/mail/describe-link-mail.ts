import type { Mail } from '@/lib/domain/mail/mail'
import type { MailContent } from '@/lib/domain/mail/mail-content'
import { mailTexts } from '@/lib/domain/mail/texts'

/** The fragment of a link: browsers send it to no server, and the page removes it from the address bar immediately. */
const fragment = (secrets: Record<string, string>) => `#${new URLSearchParams(secrets)}`

/** Returns the content of an email with a one-time link; null for other kinds. */
export function describeLinkMail(mail: Mail, linkTo: (path: string) => string): MailContent | null {
  const { host } = new URL(linkTo('/'))
  switch (mail.kind) {
    case 'verify_email': {
      const { username, key } = mail.data
      return content(mail.kind, mailTexts.verify_email.lines(username), linkTo(`/verify-email${fragment({ key })}`))
    }
    case 'reset_password': {
      const { username, ...secrets } = mail.data
      const url = linkTo(`/reset-password${fragment(secrets)}`)
      return content(mail.kind, mailTexts.reset_password.lines(username), url)
    }
    case 'account_added': {
      const { username, ...secrets } = mail.data
      const url = linkTo(`/reset-password${fragment(secrets)}`)
      return content(mail.kind, mailTexts.account_added.lines(username, host), url)
    }
    case 'confirm_email_change': {
      const { username, key } = mail.data
      const url = linkTo(`/confirm-email${fragment({ key })}`)
      return content(mail.kind, mailTexts.confirm_email_change.lines(username), url)
    }
    case 'invitation': {
      const url = linkTo(`/register${fragment({ invite: mail.data.key })}`)
      return content(mail.kind, mailTexts.invitation.lines(host), url)
    }
    default:
      return null
  }
}

type LinkKind = 'verify_email' | 'reset_password' | 'account_added' | 'confirm_email_change' | 'invitation'

function content(kind: LinkKind, paragraphs: string[], url: string): MailContent {
  const { subject, action: label, footnote } = mailTexts[kind]
  return { subject, title: subject, paragraphs, action: { label, url }, footnote }
}
