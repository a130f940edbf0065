import * as z from 'zod'
import { listHref } from '@/components/ui/table/list-href'
import { listAuditQuery, type ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import { DAY_MS } from '@/lib/base/durations'

const { actor, action, target, cursor } = listAuditQuery.shape

/**
 * Query parameters of the audit log page. They are named as in the API, but their times are days in UTC. Invalid values
 * count as absent.
 */
export const auditAddress = z.object({
  actor: actor.catch(undefined),
  action: action.catch(undefined),
  target: target.catch(undefined),
  since: z.iso.date().optional().catch(undefined),
  /** The last day, inclusive. */
  until: z.iso.date().optional().catch(undefined),
  cursor: cursor.catch(undefined),
})

export type AuditAddress = z.infer<typeof auditAddress>

/** Builds the URL of the audit log page for these parameters. */
export function auditHref(address: Partial<AuditAddress>): string {
  return listHref('/admin/audit', address)
}

/** Converts the page's parameters to API filters. */
export function filtersOfAudit({
  actor,
  action,
  target,
  since,
  until,
}: AuditAddress): Omit<ListAuditQuery, 'limit' | 'cursor'> {
  return {
    ...(actor !== undefined && { actor }),
    ...(action !== undefined && { action }),
    ...(target !== undefined && { target }),
    ...(since !== undefined && { since: new Date(Date.parse(since)).toISOString() }),
    ...(until !== undefined && { until: new Date(Date.parse(until) + DAY_MS).toISOString() }),
  }
}
