const words = {
  'account.registered': 'Registered',
  'account.created': 'Account created',
  'account.updated': 'Account changed',
  'account.activated': 'Account reactivated',
  'account.deactivated': 'Account deactivated',
  'account.admin_granted': 'Made an administrator',
  'account.admin_withdrawn': 'No longer an administrator',
  'account.password_changed': 'Password changed',
  'account.password_reset_asked': 'Password reset asked for',
  'account.password_reset': 'Password reset',
  'account.email_change_asked': 'Change of address asked for',
  'account.email_changed': 'Address changed',
  'account.email_change_undone': 'Change of address undone',
  'account.email_confirmed': 'Address confirmed',
  'account.deleted': 'Account deleted',
  'session.started': 'Signed in with a browser',
  'session.reauthenticated': 'Password shown again',
  'device.signed_in': 'Signed in with a program',
  'jwt.created': 'Signed in for JWTs',
  'jwt.refresh_retried': 'Refresh token sent again',
  'token.created': 'Token created',
  'token.updated': 'Token changed',
  'token.rotated': 'Token rotated',
  'token.grace_ended': 'Replaced key ended',
  'token.extended': 'Token extended',
  'token.revoked': 'Token revoked',
  'token.restored': 'Token brought back',
  'token.expired': 'Token ran out',
  'token.signed_out': 'Signed out',
  'invite.created': 'Invitation made',
  'invite.revoked': 'Invitation taken back',
  'setup.completed': 'Server set up',
  'signing_key.created': 'Signing key made',
  'credentials.invalidated': 'Older credentials ended',
} as const

/** An action that has words here. */
export type WordedAction = keyof typeof words

/** The options of the action filter. */
export const auditActions = Object.entries(words).map(([value, label]) => ({ value, label }))

/** Describes an action in words; returns an unknown action as is. */
export function auditWords(action: string): string {
  return (words as Readonly<Record<string, string>>)[action] ?? action
}
