import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { now } from '@/lib/base/clock'
import { afterCommit } from '@/lib/db/transaction'
import { count } from '@/lib/base/metrics/count'
import { requestContext } from '@/lib/base/request-context'

/** What happened, in the words of the domain. */
export type AuditAction =
  | 'account.registered'
  | 'account.created'
  | 'setup.completed'
  | 'session.started'
  | 'device.signed_in'
  | 'token.created'
  | 'session.reauthenticated'
  | 'account.updated'
  | 'account.activated'
  | 'account.deactivated'
  | 'account.admin_granted'
  | 'account.admin_withdrawn'
  | 'account.password_changed'
  | 'account.deleted'
  | 'account.email_confirmed'
  | 'account.email_changed'
  | 'account.email_change_asked'
  | 'account.email_change_undone'
  | 'account.password_reset_asked'
  | 'account.password_reset'
  | 'invite.created'
  | 'invite.revoked'
  | 'token.updated'
  | 'token.rotated'
  | 'token.grace_ended'
  | 'token.extended'
  | 'token.restored'
  | 'token.expired'
  | 'token.revoked'
  | 'token.signed_out'
  | 'jwt.created'
  | 'jwt.refresh_retried'
  | 'signing_key.created'
  | 'credentials.invalidated'

interface AuditInput {
  action: AuditAction
  /** Who did it: an account, and the token through which it acted where there was one; null for the server itself. */
  actor: { userId: string; tokenId?: string } | null
  /** The account whose security this concerns; null where it concerns none. */
  userId: string | null
  target: { type: 'account' | 'token' | 'invite' | 'signing_key' | 'instance'; id: string }
  /** What changed; never a secret. */
  details?: Prisma.InputJsonObject
}

/**
 * Writes one row of the trail, in the transaction of the change that it tells of: both stand
 * or neither. Where from comes from the request's context.
 */
export async function recordAudit(tx: Db, input: AuditInput): Promise<void> {
  await tx.auditEvent.create({ data: rowOf(input) })
  afterCommit(tx, () => count('audit_rows', input.action))
}

/** Writes the row unless one of the same action and target was written since an instant. Lock the target before. */
export async function recordAuditOnce(tx: Db, input: AuditInput, since: Date): Promise<void> {
  const where = { targetId: input.target.id, action: input.action, occurredAt: { gte: since } }
  if ((await tx.auditEvent.count({ where })) === 0) await recordAudit(tx, input)
}

/** The same for many things at once. */
export async function recordAudits(tx: Db, inputs: readonly AuditInput[]): Promise<void> {
  if (inputs.length > 0) await tx.auditEvent.createMany({ data: inputs.map(rowOf) })
  afterCommit(tx, () => inputs.forEach(({ action }) => count('audit_rows', action)))
}

function rowOf({ action, actor, userId, target, details = {} }: AuditInput) {
  const { address, userAgent, requestId } = requestContext()
  return {
    occurredAt: now(),
    action,
    actorUserId: actor?.userId ?? null,
    actorTokenId: actor?.tokenId ?? null,
    userId,
    targetType: target.type,
    targetId: target.id,
    address,
    userAgent,
    requestId,
    details,
  }
}
