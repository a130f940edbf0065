import { changePasswordContract } from '@/lib/accounts/contract'
import { secondsUntil } from '@/lib/clock'
import { sessionCookie } from '@/lib/http/cookies'
import { withPasswordPolicy } from '@/lib/accounts/password-policy'
import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { changePassword } from '@/lib/sessions/change-password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(
    { ...changePasswordContract, body: withPasswordPolicy(changePasswordContract.body, 'new_password') },
    async ({ principal, body }) => {
      const { user, key, revoked } = await changePassword(principal, body)
      const { kind, expiresAt } = principal
      if (kind === 'session') return new Reply({ user, revoked }, {}, [sessionCookie(key, secondsUntil(expiresAt))])
      return { user, key, expires_at: expiresAt?.toISOString() ?? null, revoked }
    },
  ),
})
