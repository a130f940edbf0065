import { dismissChecklistContract, getChecklistContract } from '@/lib/domain/admin/checklist/contract'
import { dismissChecklist } from '@/lib/domain/admin/checklist/dismiss-checklist'
import { getChecklist } from '@/lib/domain/admin/checklist/get-checklist'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getChecklistContract, ({ principal }) => getChecklist(principal)),
  PATCH: serve(dismissChecklistContract, ({ principal }) => dismissChecklist(principal)),
})
