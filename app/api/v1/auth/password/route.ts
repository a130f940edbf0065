import { removePasswordContract, setPasswordContract } from '@/lib/domain/accounts/contract'
import { removePassword } from '@/lib/domain/accounts/profile/remove-password'
import { setFirstPassword } from '@/lib/domain/accounts/profile/set-first-password'
import { withPasswordPolicy } from '@/lib/domain/passwords/password-policy'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...setPasswordContract, body: withPasswordPolicy(setPasswordContract.body, 'new_password') },
    ({ principal, body }) => setFirstPassword(principal, body),
  ),
  DELETE: serve(removePasswordContract, ({ principal }) => removePassword(principal)),
})
