import type { EventKind } from '@/lib/domain/activity/schema'
import type { AuditAction } from '@/lib/domain/audit/record-audit'

const KINDS: Readonly<Record<AuditAction, EventKind>> = {
  'session.started': 'sign_ins',
  'session.reauthenticated': 'sign_ins',
  'device.signed_in': 'sign_ins',
  'device_request.approved': 'sign_ins',
  'device_request.denied': 'sign_ins',
  'jwt.created': 'sign_ins',
  'jwt.refresh_retried': 'sign_ins',
  'token.signed_out': 'sign_ins',
  'token.created': 'tokens',
  'token.updated': 'tokens',
  'token.rotated': 'tokens',
  'token.grace_ended': 'tokens',
  'token.extended': 'tokens',
  'token.restored': 'tokens',
  'token.expired': 'tokens',
  'token.revoked': 'tokens',
  'account.registered': 'account',
  'account.created': 'account',
  'account.updated': 'account',
  'account.activated': 'account',
  'account.deactivated': 'account',
  'account.admin_granted': 'account',
  'account.admin_withdrawn': 'account',
  'account.password_changed': 'account',
  'account.password_reset_asked': 'account',
  'account.password_reset': 'account',
  'account.email_confirmed': 'account',
  'account.email_changed': 'account',
  'account.email_change_asked': 'account',
  'account.email_change_undone': 'account',
  'account.deleted': 'account',
  'setup.completed': 'account',
  'invite.created': 'account',
  'invite.revoked': 'account',
  'signing_key.created': 'account',
  'credentials.invalidated': 'account',
  'email.tested': 'account',
  'checklist.dismissed': 'account',
  'backup.created': 'account',
}

/** Returns the audit actions of a kind. */
export function actionsOfKind(kind: EventKind): string[] {
  return Object.entries(KINDS).flatMap(([action, its]) => (its === kind ? [action] : []))
}
