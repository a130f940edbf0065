import { listAuditContract } from '@/lib/domain/admin/audit/contract'
import { exportAudit } from '@/lib/domain/admin/audit/export-audit'
import { listAudit } from '@/lib/domain/admin/audit/list-audit'
import { methods } from '@/lib/edge/http/methods'
import { preferredType } from '@/lib/edge/problems/preferred-type'
import { serve } from '@/lib/edge/serve/serve'
import { StreamReply } from '@/lib/edge/http/stream-reply'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAuditContract, async ({ principal, query, headers }) => {
    const type = preferredType(headers.get('accept'), listAuditContract.streams)
    if (type === null) return listAudit(principal, query)
    const name = type === 'text/csv' ? 'audit.csv' : 'audit.ndjson'
    const disposition = { 'content-disposition': `attachment; filename="${name}"` }
    return new StreamReply(type, await exportAudit(principal, query, type), disposition)
  }),
})
