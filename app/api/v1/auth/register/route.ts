import { registerContract } from '@/lib/domain/accounts/contract'
import { registerAccount } from '@/lib/domain/accounts/registration/register-account'
import { withPasswordPolicy } from '@/lib/domain/passwords/password-policy'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...registerContract, body: withPasswordPolicy(registerContract.body, 'password') },
    async ({ body }) => (await registerAccount(body)) ?? undefined,
  ),
})
