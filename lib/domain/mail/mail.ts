/** What each kind of mail tells, beside whom it goes to. Keys are the secrets of links: they stand nowhere else in plain. */
export interface MailData {
  verify_email: { username: string; key: string }
  email_in_use: { username: string }
  reset_password: { username: string; uid: string; token: string }
  account_added: { username: string; uid: string; token: string }
  confirm_email_change: { username: string; key: string }
  email_changed: { username: string; email: string; undoKey: string | null }
  invitation: { key: string }
  password_changed: { username: string }
  new_device: { username: string; device: string }
  sign_in_after_failures: { username: string; failures: number }
  token_created: { username: string; token: string }
  signed_out: { username: string; devices: readonly string[] }
  refresh_reused: { username: string; device: string }
  token_ending: { username: string; token: string; endsAt: string }
  token_ended: { username: string; token: string; endsAt: string }
  changed_by_admin: { username: string; changes: readonly AdminChange[] }
  revoked_by_admin: { username: string; tokens: readonly string[]; count: number }
}

/** What an administrator can do to an account, as far as its owner is told. */
export type AdminChange = 'renamed' | 'activated' | 'deactivated' | 'admin_granted' | 'admin_withdrawn'

/** Mails about an account that go to its confirmed address alone. */
export type NoticeKind =
  | 'password_changed'
  | 'new_device'
  | 'sign_in_after_failures'
  | 'token_created'
  | 'signed_out'
  | 'refresh_reused'
  | 'token_ending'
  | 'token_ended'
  | 'changed_by_admin'
  | 'revoked_by_admin'

export type MailKind = keyof MailData

/** From where the request came that a mail tells of. */
export interface MailOrigin {
  /** RFC 3339. */
  at: string
  address: string | null
  userAgent: string | null
  requestId: string
}

/** A mail as it lies in the outbox. */
export type Mail = {
  [K in MailKind]: { kind: K; to: string; data: MailData[K]; origin: MailOrigin; usableUntil: string | null }
}[MailKind]

/**
 * What somebody without a credential asked to be mailed. Whether there is such an account is
 * looked up when the mail is prepared, so that the answer cannot tell.
 */
export interface MailRequest {
  kind: 'reset_asked' | 'verification_asked'
  email: string
  origin: MailOrigin
}
