import type { AuditEvent } from '@/lib/db/generated/sqlite/client'

/**
 * Who did what an event describes, as its owner may know it: the owner, an administrator, the operator on the command
 * line, the server itself, or a visitor who was not signed in.
 */
export type EventActor = 'you' | 'administrator' | 'operator' | 'server' | 'visitor'

/** Returns who did what an event of an account describes. */
export function eventActor(
  { action, actorUserId, address, details }: Pick<AuditEvent, 'action' | 'actorUserId' | 'address' | 'details'>,
  ownerId: string,
): EventActor {
  const { by, reason, mailed } = (details ?? {}) as Readonly<Record<string, unknown>>
  // These rows name the owner as the actor, even if a thief sent the copied refresh token.
  if (by === 'housekeeping' || reason === 'reuse_detected') return 'server'
  // The server obeys the group that a provider names, while its owner signs in.
  if (by === 'provider') return 'server'
  if (actorUserId !== null) return actorUserId === ownerId ? 'you' : 'administrator'
  // A link that a visitor requests is issued after the request, so the row has no address.
  const isRequestedLink = action === 'account.password_reset_asked' && mailed === undefined
  return isRequestedLink || address !== null ? 'visitor' : 'operator'
}
