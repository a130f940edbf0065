import { withPasswordPolicy } from '@/lib/accounts/password-policy'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { confirmReset } from '@/lib/recovery/confirm-reset'
import { confirmResetContract } from '@/lib/recovery/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...confirmResetContract, body: withPasswordPolicy(confirmResetContract.body, 'new_password') },
    ({ body }) => confirmReset(body),
  ),
})
