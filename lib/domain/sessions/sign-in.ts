import {
  authenticatePassword,
  type Account,
  type SignInDoor,
} from '@/lib/domain/accounts/sign-in/authenticate-password'
import type { SignInCredentials } from '@/lib/domain/accounts/schema'
import { transaction } from '@/lib/db/transaction'
import {
  completeSignIn,
  programDoor,
  sessionDoor,
  type Door,
  type SignIn,
} from '@/lib/domain/sessions/complete-sign-in'
import { findReplacedSessions } from '@/lib/domain/sessions/replaced-session'

export type { SignIn }

/** What the sign-in endpoints accept besides the credentials. */
interface SignInOptions extends SignInCredentials {
  device_name?: string | undefined
  sign_out?: readonly string[] | undefined
}

/**
 * Signs in a browser. Revokes the sessions whose cookies the browser sends: the new cookie replaces them.
 * @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy
 */
export async function startSession(
  input: SignInOptions,
  from: SignInDoor & { sessionCookies: readonly string[] },
): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  return signIn(account, from, {
    ...sessionDoor({ ...from, name: input.device_name }),
    replaced: await findReplacedSessions(from.sessionCookies),
    signOut: input.sign_out ?? [],
  })
}

/** Signs in an app. @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy */
export async function signInDevice(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  return signIn(account, from, { ...programDoor('device', input.device_name), signOut: input.sign_out ?? [] })
}

/** Signs in an API client: the key is its first refresh token. @throws AppError as `signInDevice` */
export async function startRefreshFamily(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  return signIn(account, from, { ...programDoor('refresh', input.device_name), signOut: input.sign_out ?? [] })
}

async function signIn(account: Account, { adminsOnly }: SignInDoor, door: Door): Promise<SignIn> {
  return transaction((tx) => completeSignIn(tx, { by: 'password', account }, { ...door, adminsOnly }))
}
