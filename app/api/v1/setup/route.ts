import { completeSetup } from '@/lib/accounts/complete-setup'
import { setupContract } from '@/lib/accounts/contract'
import { requireSetupOpen } from '@/lib/accounts/require-setup-open'
import { withPasswordPolicy } from '@/lib/accounts/password-policy'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...setupContract, body: withPasswordPolicy(setupContract.body, 'password') },
    ({ body }) => completeSetup(body),
    requireSetupOpen,
  ),
})
