const words = {
  'account.registered': 'Account registered',
  'account.created': 'Account created',
  'account.provisioned': 'Account created by provider',
  'account.updated': 'Account updated',
  'account.activated': 'Account reactivated',
  'account.deactivated': 'Account deactivated',
  'account.admin_granted': 'Admin role granted',
  'account.admin_withdrawn': 'Admin role removed',
  'account.password_changed': 'Password changed',
  'account.password_set': 'Password set',
  'account.password_removed': 'Password removed',
  'account.password_reset_asked': 'Password reset requested',
  'account.password_reset': 'Password reset',
  'account.email_change_asked': 'Email change requested',
  'account.email_changed': 'Email changed',
  'account.email_change_undone': 'Email change undone',
  'account.email_confirmed': 'Email confirmed',
  'account.deleted': 'Account deleted',
  'session.started': 'Browser sign-in',
  'session.reauthenticated': 'Identity confirmed',
  'identity.linked': 'Provider sign-in added',
  'identity.unlinked': 'Provider sign-in removed',
  'identity.started_fresh': 'Unconfirmed email taken over',
  'device.signed_in': 'App sign-in',
  'device_request.approved': 'App approved by code',
  'device_request.denied': 'App denied by code',
  'jwt.created': 'JWT sign-in',
  'jwt.refresh_retried': 'Refresh token retried',
  'token.created': 'Token created',
  'token.updated': 'Token updated',
  'token.rotated': 'Token rotated',
  'token.grace_ended': 'Old secret revoked',
  'token.extended': 'Token extended',
  'token.revoked': 'Token revoked',
  'token.restored': 'Token restored',
  'token.expired': 'Token expired',
  'token.signed_out': 'Signed out',
  'invite.created': 'Invitation created',
  'invite.revoked': 'Invitation revoked',
  'setup.completed': 'Server set up',
  'signing_key.created': 'Signing key created',
  'credentials.invalidated': 'Old credentials invalidated',
  'email.tested': 'Test email sent',
  'checklist.dismissed': 'First steps dismissed',
  'backup.created': 'Backup created',
} as const

/** An action that has words here. */
export type WordedAction = keyof typeof words

/** The options of the action filter. */
export const auditActions = Object.entries(words).map(([value, label]) => ({ value, label }))

/** Describes an action in words; returns an unknown action as is. */
export function auditWords(action: string): string {
  return (words as Readonly<Record<string, string>>)[action] ?? action
}
