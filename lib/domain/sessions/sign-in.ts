import {
  authenticatePassword,
  type Account,
  type SignInDoor,
} from '@/lib/domain/accounts/sign-in/authenticate-password'
import { isKnownDevice, issueKnownDevice } from '@/lib/domain/accounts/sign-in/known-device'
import { noteSignIn } from '@/lib/domain/accounts/sign-in/note-sign-in'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView, SignInCredentials } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { now, secondsAfter } from '@/lib/base/clock'
import { captchaUnavailable } from '@/lib/domain/captcha/check-captcha'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { requestContext } from '@/lib/base/request-context'
import { describeClient } from '@/lib/base/describe-client'
import { makeRoom } from '@/lib/domain/sessions/make-room'
import { endReplacedSessions, findReplacedSessions, type ReplacedSession } from '@/lib/domain/sessions/replaced-session'
import type { SignedOutToken } from '@/lib/domain/sessions/schema'
import { wasDeviceSeen } from '@/lib/domain/tokens/was-device-seen'
import { issueToken } from '@/lib/domain/tokens/issue-token'
import type { TokenSecret } from '@/lib/keys/token-key'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

/** How long a browser stays signed in, in seconds: in total, and when idle. */
const SESSION_CLOCKS = { ttlSeconds: 30 * DAY_SECONDS, idleSeconds: DAY_SECONDS }
const ADMIN_SESSION_CLOCKS = { ttlSeconds: DAY_SECONDS, idleSeconds: HOUR_SECONDS }

/** What the sign-in endpoints accept besides the credentials. */
interface SignInOptions extends SignInCredentials {
  device_name?: string | undefined
  sign_out?: readonly string[] | undefined
}

/** A successful sign-in. */
export interface SignIn {
  user: AccountView
  tokenId: string
  key: TokenSecret
  signedInAt: Date
  expiresAt: Date
  ttlSeconds: number
  /** The tokens that were signed out to make room. */
  signedOut: SignedOutToken[]
  /** The mark that makes the browser a known one from now on (see `issueKnownDevice`). */
  mark: string
}

/**
 * Signs in a browser. Revokes the sessions whose cookies the browser sends: the new cookie replaces them.
 * @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy
 */
export async function startSession(
  input: SignInOptions,
  from: SignInDoor & { sessionCookies: readonly string[] },
): Promise<SignIn> {
  const { knownDevice = null } = from
  const account = await authenticatePassword(input, from)
  const replaced = await findReplacedSessions(from.sessionCookies)
  const isKnown = knownDevice !== null && isKnownDevice(account, knownDevice)
  return signIn(account, input, {
    kind: 'session',
    name: input.device_name ?? clientName() ?? 'Browser',
    isKnown: async () => isKnown,
    clocksOf: ({ isAdmin }) => (isAdmin ? ADMIN_SESSION_CLOCKS : SESSION_CLOCKS),
    adminsOnly: from.adminsOnly,
    replaced,
  })
}

/** Signs in an app. @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy */
export async function signInDevice(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  return signInProgram(input, from, { kind: 'device', name: 'Device', ttlSeconds: settings().DEVICE_TTL_SECONDS })
}

/** Signs in an API client: the key is its first refresh token. @throws AppError as `signInDevice` */
export async function startRefreshFamily(input: SignInOptions, from: SignInDoor): Promise<SignIn> {
  const ttlSeconds = settings().JWT_REFRESH_TTL_SECONDS
  return signInProgram(input, from, { kind: 'refresh', name: 'JWT client', ttlSeconds })
}

async function signInProgram(
  input: SignInOptions,
  from: SignInDoor,
  { kind, name: fallback, ttlSeconds }: { kind: 'device' | 'refresh'; name: string; ttlSeconds: number },
): Promise<SignIn> {
  const account = await authenticatePassword(input, from)
  const name = input.device_name ?? clientName() ?? fallback
  return signIn(account, input, {
    kind,
    name,
    isKnown: (tx) => wasDeviceSeen(tx, account.id, name),
    clocksOf: () => ({ ttlSeconds, idleSeconds: null }),
    adminsOnly: from.adminsOnly,
    replaced: [],
  })
}

const ACTIONS = { session: 'session.started', device: 'device.signed_in', refresh: 'jwt.created' } as const

/** Returns the default name of a new session or app, such as “Firefox on Linux”; null for an unknown user agent. */
function clientName(): string | null {
  return describeClient(requestContext().userAgent).name
}

interface Door {
  kind: 'session' | 'device' | 'refresh'
  name: string
  /** Whether the account has signed in from this browser or app before. */
  isKnown(tx: Db): Promise<boolean>
  /** How long the token may live, in seconds: in total, and when idle. */
  clocksOf(account: Account): { ttlSeconds: number; idleSeconds: number | null }
  adminsOnly: boolean
  replaced: readonly ReplacedSession[]
}

async function signIn(verified: Account, input: SignInOptions, door: Door): Promise<SignIn> {
  const { kind, name } = door
  const at = now()
  const userId = verified.id
  const signedIn = await transaction(async (tx) => {
    const account = await noteSignIn(tx, verified, (await door.isKnown(tx)) ? null : name)
    if (door.adminsOnly && !account.isAdmin) throw captchaUnavailable()
    await endReplacedSessions(tx, door.replaced)
    const signedOut = await makeRoom(tx, account, kind, input.sign_out ?? [])
    const { ttlSeconds, idleSeconds } = door.clocksOf(account)
    const expiresAt = secondsAfter(at, ttlSeconds)
    const { token, key } = await issueToken(tx, { userId, kind, name, expiresAt, idleSeconds, authTime: at })
    await recordAudit(tx, {
      action: ACTIONS[kind],
      actor: { userId, tokenId: token.id },
      userId,
      target: { type: 'token', id: token.id },
      details: { name },
    })
    return { account, tokenId: token.id, key, expiresAt, ttlSeconds, signedOut }
  })
  count('sign_ins', kind)
  const { account, ...rest } = signedIn
  return { ...rest, user: presentAccount(account), signedInAt: at, mark: issueKnownDevice(account) }
}
