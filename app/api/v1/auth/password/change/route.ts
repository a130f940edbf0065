import { changePasswordContract } from '@/lib/domain/accounts/contract'
import { secondsUntil } from '@/lib/base/clock'
import { sessionCookie } from '@/lib/edge/http/cookies'
import { withPasswordPolicy } from '@/lib/domain/passwords/password-policy'
import { methods } from '@/lib/edge/http/methods'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'
import { changePassword } from '@/lib/domain/sessions/change-password'

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
