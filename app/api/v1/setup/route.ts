import { completeSetup } from '@/lib/accounts/complete-setup'
import { setupContract } from '@/lib/accounts/contract'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(setupContract, ({ body }) => completeSetup(body)),
})
