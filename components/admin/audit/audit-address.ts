import * as z from 'zod'
import { listHref } from '@/components/ui/table/list-href'
import { listAuditQuery, type ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import { DAY_MS } from '@/lib/base/durations'

const { actor, action, target, cursor } = listAuditQuery.shape

/** What the address of the trail asks for: in the words of the API, but in days, which are those of UTC. What cannot be read counts as not said. */
export const auditAddress = z.object({
  actor: actor.catch(undefined),
  action: action.catch(undefined),
  target: target.catch(undefined),
  since: z.iso.date().optional().catch(undefined),
  /** The last day, which is shown too. */
  until: z.iso.date().optional().catch(undefined),
  cursor: cursor.catch(undefined),
})

export type AuditAddress = z.infer<typeof auditAddress>

/** The address of the page of the trail that asks for this. */
export function auditHref(address: Partial<AuditAddress>): string {
  return listHref('/admin/audit', address)
}

/** The filters of the API that the address stands for. */
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
