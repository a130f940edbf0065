import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { now } from '@/lib/base/clock'
import { afterCommit } from '@/lib/db/transaction'
import { count } from '@/lib/base/metrics/count'
import { requestContext } from '@/lib/base/request-context'

/** Everything that can happen, as the audit log names it. */
export const auditActions = [
  'account.registered',
  'account.created',
  'account.provisioned',
  'setup.completed',
  'session.started',
  'device.signed_in',
  'device_request.approved',
  'device_request.denied',
  'token.created',
  'session.reauthenticated',
  'identity.linked',
  'identity.unlinked',
  'identity.started_fresh',
  'account.updated',
  'account.activated',
  'account.deactivated',
  'account.admin_granted',
  'account.admin_withdrawn',
  'account.password_changed',
  'account.password_set',
  'account.password_removed',
  'account.deleted',
  'account.email_confirmed',
  'account.email_changed',
  'account.email_change_asked',
  'account.email_change_undone',
  'account.password_reset_asked',
  'account.password_reset',
  'invite.created',
  'invite.revoked',
  'token.updated',
  'token.rotated',
  'token.grace_ended',
  'token.extended',
  'token.restored',
  'token.expired',
  'token.revoked',
  'token.signed_out',
  'jwt.created',
  'jwt.refresh_retried',
  'signing_key.created',
  'credentials.invalidated',
  'email.tested',
  'checklist.dismissed',
  'backup.created',
] as const

/** What happened, as the audit log names it. */
export type AuditAction = (typeof auditActions)[number]

interface AuditInput {
  action: AuditAction
  /** The account that acted, and its token if it used one; null for the server itself. */
  actor: { userId: string; tokenId?: string } | null
  /** The account whose security this concerns; null if it concerns none. */
  userId: string | null
  target: {
    type: 'account' | 'token' | 'identity' | 'invite' | 'device_request' | 'signing_key' | 'instance'
    id: string
  }
  /** What changed; never a secret. */
  details?: Prisma.InputJsonObject
}

/**
 * Writes one row of the audit log in the transaction of the change that it describes, so either both are committed or
 * neither. The address, the user agent and the request id come from the request context.
 */
export async function recordAudit(tx: Db, input: AuditInput): Promise<void> {
  await tx.auditEvent.create({ data: rowOf(input) })
  afterCommit(tx, () => count('audit_rows', input.action))
}

/** Writes the row unless one with the same action and target exists since an instant. Lock the target first. */
export async function recordAuditOnce(tx: Db, input: AuditInput, since: Date): Promise<void> {
  const where = { targetId: input.target.id, action: input.action, occurredAt: { gte: since } }
  if ((await tx.auditEvent.count({ where })) === 0) await recordAudit(tx, input)
}

/** Writes several rows of the audit log in one statement, in the transaction of their change. */
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
