import { completeSetup } from '@/lib/domain/accounts/registration/complete-setup'
import { setupContract } from '@/lib/domain/accounts/contract'
import { requireSetupOpen } from '@/lib/domain/accounts/registration/require-setup-open'
import { withPasswordPolicy } from '@/lib/domain/passwords/password-policy'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...setupContract, body: withPasswordPolicy(setupContract.body, 'password') },
    ({ body }) => completeSetup(body),
    requireSetupOpen,
  ),
})
