import { withPasswordPolicy } from '@/lib/domain/passwords/password-policy'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { confirmReset } from '@/lib/domain/recovery/confirm-reset'
import { confirmResetContract } from '@/lib/domain/recovery/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...confirmResetContract, body: withPasswordPolicy(confirmResetContract.body, 'new_password') },
    ({ body }) => confirmReset(body),
  ),
})
