import { authenticatePassword, type Account } from '@/lib/accounts/authenticate-password'
import { noteSignIn } from '@/lib/accounts/note-sign-in'
import { presentAccount } from '@/lib/accounts/present-account'
import type { AccountView, SignInCredentials } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/record-audit'
import { now, secondsAfter } from '@/lib/clock'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { issueToken } from '@/lib/tokens/issue-token'
import type { TokenSecret } from '@/lib/tokens/token-key'

/** How long a browser stays signed in, in seconds: 30 days. */
export const SESSION_TTL_SECONDS = 2_592_000

/** A sign-in that succeeded. */
export interface SignIn {
  user: AccountView
  tokenId: string
  key: TokenSecret
  expiresAt: Date
}

/** Signs in a browser. @throws AppError credentials_invalid, busy */
export async function startSession(credentials: SignInCredentials): Promise<SignIn> {
  const account = await authenticatePassword(credentials)
  return signIn(account, { kind: 'session', name: 'Browser', ttlSeconds: SESSION_TTL_SECONDS })
}

/** Signs in a program. @throws AppError credentials_invalid, busy */
export async function signInDevice(
  credentials: SignInCredentials & { device_name?: string | undefined },
): Promise<SignIn> {
  const account = await authenticatePassword(credentials)
  const name = credentials.device_name ?? 'Device'
  return signIn(account, { kind: 'device', name, ttlSeconds: settings().DEVICE_TTL_SECONDS })
}

interface Door {
  kind: 'session' | 'device'
  name: string
  ttlSeconds: number
}

async function signIn(account: Account, { kind, name, ttlSeconds }: Door): Promise<SignIn> {
  const at = now()
  const expiresAt = secondsAfter(at, ttlSeconds)
  const userId = account.id
  const { token, key } = await transaction(async (tx) => {
    await noteSignIn(tx, userId)
    const issued = await issueToken(tx, { userId, kind, name, expiresAt, authTime: at })
    await recordAudit(tx, {
      action: kind === 'session' ? 'session.started' : 'device.signed_in',
      actor: { userId, tokenId: issued.token.id },
      userId,
      target: { type: 'token', id: issued.token.id },
      details: { name },
    })
    return issued
  })
  return { user: { ...presentAccount(account), last_login: at.toISOString() }, tokenId: token.id, key, expiresAt }
}
