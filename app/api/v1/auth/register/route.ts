import { registerContract } from '@/lib/accounts/contract'
import { registerAccount } from '@/lib/accounts/register-account'
import { withPasswordPolicy } from '@/lib/accounts/password-policy'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...registerContract, body: withPasswordPolicy(registerContract.body, 'password') },
    async ({ body }) => (await registerAccount(body)) ?? undefined,
  ),
})
