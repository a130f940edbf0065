import { startResetContract } from '@/lib/domain/admin/accounts/contract'
import { startReset } from '@/lib/domain/admin/accounts/start-reset'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startResetContract, ({ principal, params }) => startReset(principal, params.id)),
})
