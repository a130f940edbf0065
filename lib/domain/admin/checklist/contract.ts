import { checklistView, dismissChecklistInput } from '@/lib/domain/admin/checklist/schema'
import type { Contract } from '@/lib/base/contract'

export const getChecklistContract = {
  method: 'GET',
  path: '/api/v1/admin/checklist',
  summary: 'Get the first steps after setup, and which of them are done',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  status: 200,
  response: checklistView,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const dismissChecklistContract = {
  method: 'PATCH',
  path: '/api/v1/admin/checklist',
  summary: 'Dismiss the first steps for yourself',
  auth: ['session', 'device'],
  role: 'admin',
  body: dismissChecklistInput,
  status: 200,
  response: checklistView,
  errors: [],
} as const satisfies Contract
