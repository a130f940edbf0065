import { describeClient } from '@/lib/base/describe-client'
import type { Mail, MailOrigin } from '@/lib/domain/mail/mail'
import type { MailContent } from '@/lib/domain/mail/mail-content'
import { mailTexts, sharedMailTexts } from '@/lib/domain/mail/texts'

type LinkKind = 'verify_email' | 'reset_password' | 'account_added' | 'confirm_email_change' | 'invitation'

type Notice = Exclude<Mail, { kind: LinkKind }>

/** Where the button of a notice leads. */
const PATHS = {
  email_in_use: '/forgot-password',
  password_changed: '/forgot-password',
  password_set: '/settings/security',
  password_removed: '/settings/security',
  new_device: '/forgot-password',
  sign_in_after_failures: '/forgot-password',
  signed_out: '/forgot-password',
  token_created: '/settings/tokens',
  revoked_by_admin: '/settings/tokens',
  refresh_reused: '/settings/devices',
  identity_linked: '/settings/security',
  identity_unlinked: '/settings/security',
} as const

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

const instant = (iso: string) => `${DATE.format(new Date(iso))} UTC`

/** Returns the content of every email that `describeLinkMail` does not cover: notices about an account or a token. */
export function describeNotice(mail: Mail, linkTo: (path: string) => string): MailContent {
  const notice = mail as Notice
  const { username } = notice.data
  const subject = subjectOf(notice)
  const action = actionOf(notice, linkTo)
  const isReminder = notice.kind === 'token_ending' || notice.kind === 'token_ended'
  return {
    subject,
    title: subject,
    paragraphs: linesOf(notice),
    ...(action && { action }),
    footnote: isReminder ? sharedMailTexts.whyToken(username) : sharedMailTexts.whySecurity(username),
  }
}

function subjectOf(notice: Notice): string {
  switch (notice.kind) {
    case 'token_ending':
    case 'token_ended':
      return mailTexts[notice.kind].subject(notice.data.token)
    case 'refresh_reused':
      return mailTexts.refresh_reused.subject(notice.data.device)
    case 'identity_linked':
    case 'identity_unlinked':
      return mailTexts[notice.kind].subject(notice.data.provider)
    default:
      return mailTexts[notice.kind].subject
  }
}

function linesOf(notice: Notice): string[] {
  const { username } = notice.data
  const origin = describeOrigin(notice.origin)
  switch (notice.kind) {
    case 'email_in_use':
      return mailTexts.email_in_use.lines(username)
    case 'email_changed': {
      const { email, undoKey } = notice.data
      return mailTexts.email_changed.lines(username, email, origin, undoKey !== null)
    }
    case 'password_changed':
    case 'password_set':
    case 'password_removed':
      return mailTexts[notice.kind].lines(username, origin)
    case 'new_device': {
      const { device } = notice.data
      return mailTexts.new_device.lines(username, device, describeOrigin(notice.origin, device))
    }
    case 'sign_in_after_failures':
      return mailTexts.sign_in_after_failures.lines(username, notice.data.failures, origin)
    case 'token_created':
      return mailTexts.token_created.lines(username, notice.data.token, origin)
    case 'app_connected':
      return mailTexts.app_connected.lines(username, notice.data, origin)
    case 'identity_linked':
    case 'identity_unlinked':
      return mailTexts[notice.kind].lines(username, notice.data.provider, origin)
    case 'address_lost':
      return mailTexts.address_lost.lines(username, origin)
    case 'signed_out':
      return mailTexts.signed_out.lines(username, notice.data.devices, origin)
    case 'refresh_reused':
      return mailTexts.refresh_reused.lines(notice.data.device, origin)
    case 'changed_by_admin':
      return mailTexts.changed_by_admin.lines(username, notice.data.changes)
    case 'revoked_by_admin':
      return mailTexts.revoked_by_admin.lines(username, notice.data.tokens, notice.data.count)
    case 'token_ending':
    case 'token_ended':
      return mailTexts[notice.kind].lines(notice.data.token, instant(notice.data.endsAt))
  }
}

/** Says when and from where something happened, without a client that the email names already. */
function describeOrigin({ at, address, userAgent }: MailOrigin, named?: string): string {
  const client = describeClient(userAgent).name
  return sharedMailTexts.origin(instant(at), address, client === named ? null : client)
}

function actionOf(notice: Notice, linkTo: (path: string) => string): MailContent['action'] | null {
  switch (notice.kind) {
    case 'changed_by_admin':
    case 'address_lost':
      return null
    case 'email_changed': {
      const { undoKey } = notice.data
      if (undoKey === null) return null
      const url = linkTo(`/undo-email#${new URLSearchParams({ key: undoKey })}`)
      return { label: mailTexts.email_changed.action, url }
    }
    case 'app_connected': {
      const { access } = notice.data
      const path = access === 'device' ? '/settings/devices' : '/settings/tokens'
      return { label: mailTexts.app_connected.action[access], url: linkTo(path) }
    }
    case 'token_ending':
    case 'token_ended': {
      const { kind, data } = notice
      const query = new URLSearchParams({ ...(kind === 'token_ended' && { show: 'ended' }), q: data.token })
      return { label: mailTexts[kind].action, url: linkTo(`/settings/tokens?${query}`) }
    }
    default:
      return { label: mailTexts[notice.kind].action, url: linkTo(PATHS[notice.kind]) }
  }
}
