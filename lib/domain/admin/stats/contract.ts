import { statsView } from '@/lib/domain/admin/stats/schema'
import type { Contract } from '@/lib/base/contract'

export const statsContract = {
  method: 'GET',
  path: '/api/v1/admin/stats',
  summary: 'Get statistics on accounts, active credentials and sign-ins',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  status: 200,
  response: statsView,
  errors: ['insufficient_scope'],
} as const satisfies Contract
