import { listAuditContract } from '@/lib/admin/audit/contract'
import { exportAudit } from '@/lib/admin/audit/export-audit'
import { listAudit } from '@/lib/admin/audit/list-audit'
import { methods } from '@/lib/http/methods'
import { preferredType } from '@/lib/http/preferred-type'
import { serve } from '@/lib/http/serve'
import { StreamReply } from '@/lib/http/stream-reply'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAuditContract, async ({ principal, query, headers }) => {
    const type = preferredType(headers.get('accept'), listAuditContract.streams)
    if (type === null) return listAudit(principal, query)
    const name = type === 'text/csv' ? 'audit.csv' : 'audit.ndjson'
    const disposition = { 'content-disposition': `attachment; filename="${name}"` }
    return new StreamReply(type, await exportAudit(principal, query, type), disposition)
  }),
})
