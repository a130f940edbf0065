import { auditPage, listAuditQuery } from '@/lib/domain/admin/audit/schema'
import type { Contract } from '@/lib/base/contract'

export const listAuditContract = {
  method: 'GET',
  path: '/api/v1/admin/audit',
  summary: 'List the audit log, newest first. With Accept: text/csv or application/x-ndjson, stream every match',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  query: listAuditQuery,
  status: 200,
  response: auditPage,
  streams: ['text/csv', 'application/x-ndjson'],
  errors: ['insufficient_scope'],
} as const satisfies Contract
