/**
 * The data of each kind of email, besides its recipient. The secrets of links (`key`, `undoKey`, and `token` next to
 * `uid`) exist in plain text nowhere else.
 */
export interface MailData {
  verify_email: { username: string; key: string }
  email_in_use: { username: string }
  reset_password: { username: string; uid: string; token: string }
  account_added: { username: string; uid: string; token: string }
  confirm_email_change: { username: string; key: string }
  email_changed: { username: string; email: string; undoKey: string | null }
  invitation: { key: string }
  password_changed: { username: string }
  password_set: { username: string }
  password_removed: { username: string }
  new_device: { username: string; device: string }
  sign_in_after_failures: { username: string; failures: number }
  token_created: { username: string; token: string }
  app_connected: { username: string; app: string; device: string | null; access: 'personal' | 'device' }
  identity_linked: { username: string; provider: string }
  identity_unlinked: { username: string; provider: string }
  address_lost: { username: string }
  signed_out: { username: string; devices: readonly string[] }
  refresh_reused: { username: string; device: string }
  token_ending: { username: string; token: string; endsAt: string }
  token_ended: { username: string; token: string; endsAt: string }
  changed_by_admin: { username: string; changes: readonly AdminChange[] }
  revoked_by_admin: { username: string; tokens: readonly string[]; count: number }
}

/** The changes by an administrator that the owner of an account is told about. */
export type AdminChange = 'renamed' | 'activated' | 'deactivated' | 'admin_granted' | 'admin_withdrawn'

/** Emails about an account that go only to its confirmed address. */
export type NoticeKind =
  | 'password_changed'
  | 'password_set'
  | 'password_removed'
  | 'new_device'
  | 'sign_in_after_failures'
  | 'token_created'
  | 'app_connected'
  | 'identity_linked'
  | 'identity_unlinked'
  | 'signed_out'
  | 'refresh_reused'
  | 'token_ending'
  | 'token_ended'
  | 'changed_by_admin'
  | 'revoked_by_admin'

export type MailKind = keyof MailData

/** The origin of the request that an email reports. */
export interface MailOrigin {
  /** RFC 3339. */
  at: string
  address: string | null
  userAgent: string | null
  requestId: string
}

/** An email as the outbox holds it, before it is sealed. */
export type Mail = {
  [K in MailKind]: { kind: K; to: string; data: MailData[K]; origin: MailOrigin; usableUntil: string | null }
}[MailKind]

/**
 * An email that an unauthenticated client asked for. The server looks the account up when it prepares the email, so
 * that the response cannot reveal whether the account exists.
 */
export interface MailRequest {
  kind: 'reset_asked' | 'verification_asked'
  email: string
  origin: MailOrigin
}
