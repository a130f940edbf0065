import { adminChangeWords, adminRevocationWords } from '@/lib/domain/mail/admin-words'
import type { Mail, MailOrigin } from '@/lib/domain/mail/mail'
import type { MailContent } from '@/lib/domain/mail/mail-content'
import { describeClient } from '@/lib/base/describe-client'

type LinkKind = 'verify_email' | 'reset_password' | 'account_added' | 'confirm_email_change' | 'invitation'

type Notice = Exclude<Mail, { kind: LinkKind }>

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

const instant = (iso: string) => `${DATE.format(new Date(iso))} UTC`

/** Says in one sentence when and from where it happened. */
function whence({ at, address, userAgent }: MailOrigin): string {
  const client = describeClient(userAgent).name
  const from = address === null ? '' : `, from the address ${address}`
  return `It was on ${instant(at)}${from}${client === null ? '' : `, with ${client}`}.`
}

const NOT_YOU = 'If this was not you, choose a new password now. That ends every session and device.'

/** Returns the content of every email that `describeLinkMail` does not cover: notices about an account or a token. */
export function describeNotice(mail: Mail, linkTo: (path: string) => string): MailContent {
  const notice = mail as Notice
  const { origin } = notice
  const { username } = notice.data
  const reset = { label: 'It was not me', url: linkTo('/forgot-password') }
  const said = (subject: string, paragraphs: string[], rest: Partial<MailContent> = {}): MailContent => ({
    subject,
    title: subject,
    paragraphs,
    footnote: `You get this because it concerns the security of your account ${username}.`,
    ...rest,
  })
  switch (notice.kind) {
    case 'email_in_use':
      return said('You already have an account', [
        `Somebody entered this address for a new account or a change of address. It belongs to the account ${username} already, so nothing was done.`,
        'If it was you and you do not remember the password, choose a new one.',
      ], { action: { label: 'Choose a new password', url: linkTo('/forgot-password') } }) // prettier-ignore
    case 'email_changed':
      return said('Your e-mail address was changed', emailChangedWords(notice), {
        ...(notice.data.undoKey !== null && {
          action: { label: 'Undo the change', url: linkTo(`/undo-email#${new URLSearchParams({ key: notice.data.undoKey })}`) },
        }),
      }) // prettier-ignore
    case 'password_changed':
      return said('Your password was changed', [`The password of ${username} was changed.`, whence(origin), NOT_YOU], {
        action: reset,
      })
    case 'new_device':
      return said('A new device signed in', [`${notice.data.device} signed in to ${username} for the first time.`, whence(origin), NOT_YOU], { action: reset }) // prettier-ignore
    case 'sign_in_after_failures':
      return said('A sign-in after many failures', [
        `Somebody signed in to ${username} after ${notice.data.failures} attempts with a wrong password.`, whence(origin), NOT_YOU,
      ], { action: reset }) // prettier-ignore
    case 'token_created':
      return said('A token was created', [
        `The token ${notice.data.token} was created. It can act for ${username}.`, whence(origin), 'If this was not you, revoke it and choose a new password.',
      ], { action: { label: 'See your tokens', url: linkTo('/settings/tokens') } }) // prettier-ignore
    case 'signed_out':
      return said('Some of your sessions were signed out', [
        `A new sign-in to ${username} needed room, and the oldest went: ${notice.data.devices.join(', ')}.`, whence(origin), NOT_YOU,
      ], { action: reset }) // prettier-ignore
    case 'refresh_reused':
      return said('A program was signed out: its token was used twice', [
        `A refresh token of ${notice.data.device} was shown after it had been replaced. Somebody may have copied it, so the program was signed out.`,
        whence(origin), 'Sign the program in again. If it happens once more, look at where its token is kept.',
      ], { action: { label: 'See your devices', url: linkTo('/settings/devices') } }) // prettier-ignore
    case 'changed_by_admin':
      return said('An administrator changed your account', adminChangeWords(notice.data))
    case 'revoked_by_admin':
      return said('An administrator revoked your tokens', adminRevocationWords(notice.data), {
        action: { label: 'See your tokens', url: linkTo('/settings/tokens') },
      })
    case 'token_ending':
    case 'token_ended':
      return tokenEnd(notice, linkTo)
  }
}

function emailChangedWords({ data, origin }: Extract<Notice, { kind: 'email_changed' }>): string[] {
  const changed = [`The account ${data.username} now uses ${data.email}.`, whence(origin)]
  if (data.undoKey === null) return [...changed, 'If this was not you, turn to whoever runs this server.']
  return [...changed, 'If this was not you, undo it within 7 days: this address comes back, and every session and device ends.'] // prettier-ignore
}

function tokenEnd(notice: Extract<Notice, { kind: 'token_ending' | 'token_ended' }>, linkTo: (path: string) => string) {
  const { token, username, endsAt } = notice.data
  const isOver = notice.kind === 'token_ended'
  const subject = isOver ? `The token ${token} has ended` : `The token ${token} ends soon`
  return {
    subject,
    title: subject,
    paragraphs: [
      isOver ? `${token} ended on ${instant(endsAt)} and is refused since.` : `${token} ends on ${instant(endsAt)}.`,
      'It can be extended under the same key, so that whatever uses it goes on.',
    ],
    action: {
      label: 'Extend the token',
      url: linkTo(`/settings/tokens?${new URLSearchParams({ ...(isOver && { show: 'ended' }), q: token })}`),
    },
    footnote: `You get this because the token belongs to your account ${username}.`,
  }
}
