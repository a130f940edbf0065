import type * as z from 'zod'
import { authenticatePassword, type SignInDoor } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { noteSignIn } from '@/lib/domain/accounts/sign-in/note-sign-in'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import type { namedIdToken, nonExpiringTokenInput } from '@/lib/domain/sessions/schema'
import { issueNamedToken } from '@/lib/domain/tokens/issue-personal-token'

/**
 * Issues a personal token without expiry for a device that cannot open a browser.
 * @throws AppError credentials_invalid, captcha_unavailable, non_expiring_disabled, name_taken, token_limit_reached, busy
 */
export async function issueNonExpiringToken(
  input: z.infer<typeof nonExpiringTokenInput>,
  from: SignInDoor,
): Promise<z.infer<typeof namedIdToken>> {
  if (!settings().ALLOW_NON_EXPIRING) throw new AppError('non_expiring_disabled')
  const account = await authenticatePassword(input, from)
  const { id: userId } = account
  const { token, key } = await issueNamedToken(
    { userId, isAdmin: account.isAdmin },
    { name: input.token_name, never: true },
    {
      hold: async (tx) => ({ userId, isAdmin: (await noteSignIn(tx, { by: 'password', account }, null)).isAdmin }),
      namePointer: '/token_name',
    },
  )
  return { id_token: key, token_name: token.name, user: account.username, is_admin: account.isAdmin }
}
