import { startResetContract } from '@/lib/admin/accounts/contract'
import { startReset } from '@/lib/admin/accounts/start-reset'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startResetContract, ({ principal, params }) => startReset(principal, params.id)),
})
