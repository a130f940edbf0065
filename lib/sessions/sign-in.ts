import { authenticatePassword, type Account, type SignInDoor } from '@/lib/accounts/authenticate-password'
import { isKnownDevice } from '@/lib/accounts/known-device'
import { noteSignIn } from '@/lib/accounts/note-sign-in'
import { presentAccount } from '@/lib/accounts/present-account'
import type { AccountView, SignInCredentials } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/record-audit'
import { now, secondsAfter } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { count } from '@/lib/metrics/count'
import { requestContext } from '@/lib/request-context'
import { describeClient } from '@/lib/sessions/describe-client'
import { makeRoom } from '@/lib/sessions/make-room'
import type { SignedOutToken } from '@/lib/sessions/schema'
import { wasDeviceSeen } from '@/lib/tokens/was-device-seen'
import { issueToken } from '@/lib/tokens/issue-token'
import type { TokenSecret } from '@/lib/tokens/token-key'

const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS

/** How long a browser stays signed in, in seconds: in all, and without use. */
const SESSION_CLOCKS = { ttlSeconds: 30 * DAY_SECONDS, idleSeconds: DAY_SECONDS }
const ADMIN_SESSION_CLOCKS = { ttlSeconds: DAY_SECONDS, idleSeconds: HOUR_SECONDS }

/** What the doors of sign-in take beside the credentials. */
interface SignInOptions extends SignInCredentials {
  device_name?: string | undefined
  sign_out?: readonly string[] | undefined
}

/** A sign-in that succeeded. */
export interface SignIn {
  user: AccountView
  tokenId: string
  key: TokenSecret
  signedInAt: Date
  expiresAt: Date
  ttlSeconds: number
  /** What the session policy ended to make room. */
  signedOut: SignedOutToken[]
}

/** Signs in a browser. @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy */
export async function startSession(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const { knownDevice = null } = from
  const account = await authenticatePassword(input, from)
  const clocks = account.isAdmin ? ADMIN_SESSION_CLOCKS : SESSION_CLOCKS
  const name = input.device_name ?? clientName() ?? 'Browser'
  const isKnown = knownDevice !== null && isKnownDevice(account.id, knownDevice)
  return signIn(account, { kind: 'session', name, isKnown: async () => isKnown, ...clocks }, input.sign_out ?? [])
}

/** Signs in a program. @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy */
export async function signInDevice(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  const name = input.device_name ?? clientName() ?? 'Device'
  const isKnown = (tx: Db) => wasDeviceSeen(tx, account.id, name)
  const door = { kind: 'device', name, isKnown, idleSeconds: null } as const
  return signIn(account, { ...door, ttlSeconds: settings().DEVICE_TTL_SECONDS }, input.sign_out ?? [])
}

/** Signs in a program that will renew JWTs: the key is its first refresh token. @throws AppError as signInDevice */
export async function startRefreshFamily(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  const name = input.device_name ?? clientName() ?? 'JWT client'
  const isKnown = (tx: Db) => wasDeviceSeen(tx, account.id, name)
  const door = { kind: 'refresh', name, isKnown, idleSeconds: null } as const
  return signIn(account, { ...door, ttlSeconds: settings().JWT_REFRESH_TTL_SECONDS }, input.sign_out ?? [])
}

const ACTIONS = { session: 'session.started', device: 'device.signed_in', refresh: 'jwt.created' } as const

/** What stands as a name until its person gives a better one: «Firefox on Linux». */
function clientName(): string | null {
  return describeClient(requestContext().userAgent).name
}

interface Door {
  kind: 'session' | 'device' | 'refresh'
  name: string
  /** Whether the account signed in from there before. */
  isKnown(tx: Db): Promise<boolean>
  ttlSeconds: number
  idleSeconds: number | null
}

async function signIn(account: Account, door: Door, signOut: readonly string[]): Promise<SignIn> {
  const { kind, name, ttlSeconds, idleSeconds } = door
  const at = now()
  const expiresAt = secondsAfter(at, ttlSeconds)
  const userId = account.id
  const { token, key, signedOut } = await transaction(async (tx) => {
    await noteSignIn(tx, account, (await door.isKnown(tx)) ? null : name)
    const signedOut = await makeRoom(tx, account, kind, signOut)
    const issued = await issueToken(tx, { userId, kind, name, expiresAt, idleSeconds, authTime: at })
    await recordAudit(tx, {
      action: ACTIONS[kind],
      actor: { userId, tokenId: issued.token.id },
      userId,
      target: { type: 'token', id: issued.token.id },
      details: { name },
    })
    return { ...issued, signedOut }
  })
  count('sign_ins', kind)
  const user = { ...presentAccount(account), last_login: at.toISOString() }
  return { user, tokenId: token.id, key, signedInAt: at, expiresAt, ttlSeconds, signedOut }
}
