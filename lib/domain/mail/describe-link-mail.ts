import type { Mail, MailData } from '@/lib/domain/mail/mail'
import type { MailContent } from '@/lib/domain/mail/mail-content'

const IGNORE = 'If this was not you, you need not do anything: without the link nothing changes.'

/** The fragment of a link: browsers send it to no server, and the page removes it from the address bar immediately. */
const fragment = (secrets: Record<string, string>) => `#${new URLSearchParams(secrets)}`

/** Returns the content of an email with a one-time link; null for other kinds. */
export function describeLinkMail(mail: Mail, linkTo: (path: string) => string): MailContent | null {
  switch (mail.kind) {
    case 'verify_email':
      return {
        subject: 'Confirm your e-mail address',
        title: 'Confirm your e-mail address',
        paragraphs: [
          `The account ${mail.data.username} was made with this address. Confirm that it is yours.`,
          'The link works once, for 24 hours.',
        ],
        action: { label: 'Confirm address', url: linkTo(`/verify-email${fragment({ key: mail.data.key })}`) },
        footnote: IGNORE,
      }
    case 'reset_password':
      return {
        subject: 'Choose a new password',
        title: 'Choose a new password',
        paragraphs: [
          `Somebody asked for a new password for the account ${mail.data.username}.`,
          'The link works once, for 30 minutes, and only as long as no newer one was sent.',
        ],
        action: {
          label: 'Choose a new password',
          url: linkTo(`/reset-password${fragment({ uid: mail.data.uid, token: mail.data.token })}`),
        },
        footnote: `${IGNORE} Your password still works.`,
      }
    case 'account_added':
      return accountAdded(mail.data, linkTo)
    case 'confirm_email_change':
      return {
        subject: 'Confirm your new e-mail address',
        title: 'Confirm your new e-mail address',
        paragraphs: [
          `The account ${mail.data.username} is to use this address. It does once you confirm it.`,
          'The link works once, for 24 hours.',
        ],
        action: { label: 'Confirm address', url: linkTo(`/confirm-email${fragment({ key: mail.data.key })}`) },
        footnote: IGNORE,
      }
    case 'invitation':
      return {
        subject: 'You are invited to Latchkey',
        title: 'You are invited to Latchkey',
        paragraphs: [
          `An administrator of ${new URL(linkTo('/')).host} invites you to make an account.`,
          'The link works once, for 7 days.',
        ],
        action: { label: 'Make an account', url: linkTo(`/register${fragment({ invite: mail.data.key })}`) },
        footnote: 'If you do not know why you got this, you need not do anything.',
      }
    default:
      return null
  }
}

function accountAdded(
  { username, ...secrets }: MailData['account_added'],
  linkTo: (path: string) => string,
): MailContent {
  return {
    subject: 'An account was made for you',
    title: 'An account was made for you',
    paragraphs: [
      `An administrator of ${new URL(linkTo('/')).host} made the account ${username} for you. Choose its password.`,
      'The link works once, for 30 minutes. After that, ask for a new one with «Forgot the password?».',
    ],
    action: { label: 'Choose a password', url: linkTo(`/reset-password${fragment(secrets)}`) },
    footnote: 'If you do not know why you got this, you need not do anything.',
  }
}
