import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { isKnownDevice, issueKnownDevice } from '@/lib/domain/accounts/sign-in/known-device'
import { noteSignIn, type SignInProof } from '@/lib/domain/accounts/sign-in/note-sign-in'
import { tellEmailReleased } from '@/lib/domain/accounts/release-email'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import { now, secondsAfter } from '@/lib/base/clock'
import { captchaUnavailable } from '@/lib/domain/captcha/check-captcha'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { requestContext } from '@/lib/base/request-context'
import { describeClient } from '@/lib/base/describe-client'
import { makeRoom } from '@/lib/domain/sessions/make-room'
import { endReplacedSessions, type ReplacedSession } from '@/lib/domain/sessions/replaced-session'
import type { SignedOutToken } from '@/lib/domain/sessions/schema'
import { wasDeviceSeen } from '@/lib/domain/tokens/was-device-seen'
import { issueToken } from '@/lib/domain/tokens/issue-token'
import type { TokenSecret } from '@/lib/keys/token-key'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

/** How long a browser stays signed in, in seconds: in total, and when idle. */
const SESSION_CLOCKS = { ttlSeconds: 30 * DAY_SECONDS, idleSeconds: DAY_SECONDS }
const ADMIN_SESSION_CLOCKS = { ttlSeconds: DAY_SECONDS, idleSeconds: HOUR_SECONDS }

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
  /** Whether this sign-in tells a browser that the account has lost its unconfirmed address. */
  isEmailReleased: boolean
  /** The mark that makes the browser a known one from now on (see `issueKnownDevice`). */
  mark: string
}

/** Where a person signs in, whatever proves who they are. */
export interface Door {
  kind: 'session' | 'device' | 'refresh'
  name: string
  /** Whether the account has signed in from this browser or app before. */
  isKnown(tx: Db, account: Account): Promise<boolean>
  /** How long the token may live, in seconds: in total, and when idle. */
  clocksOf(account: Account): { ttlSeconds: number; idleSeconds: number | null }
  /** The sessions of this browser that the new one replaces. */
  replaced: readonly ReplacedSession[]
  /** The IDs of the tokens to sign out to make room. */
  signOut: readonly string[]
  /** Only an administrator may sign in. */
  adminsOnly: boolean
}

const plain = { replaced: [], signOut: [], adminsOnly: false }

/** Returns the door of a browser. `knownDevice` is the mark that an earlier sign-in left in it. */
export function sessionDoor({
  knownDevice = null,
  name,
}: {
  knownDevice?: string | null
  name?: string | undefined
}): Door {
  return {
    ...plain,
    kind: 'session',
    name: name ?? clientName() ?? 'Browser',
    isKnown: async (_, account) => knownDevice !== null && isKnownDevice(account, knownDevice),
    clocksOf: ({ isAdmin }) => (isAdmin ? ADMIN_SESSION_CLOCKS : SESSION_CLOCKS),
  }
}

/** Returns the door of an app or an API client. */
export function programDoor(kind: 'device' | 'refresh', name: string | undefined): Door {
  const { DEVICE_TTL_SECONDS, JWT_REFRESH_TTL_SECONDS } = settings()
  const chosen = name ?? clientName() ?? (kind === 'device' ? 'Device' : 'JWT client')
  const ttlSeconds = kind === 'device' ? DEVICE_TTL_SECONDS : JWT_REFRESH_TTL_SECONDS
  return {
    ...plain,
    kind,
    name: chosen,
    isKnown: (tx, account) => wasDeviceSeen(tx, account.id, chosen),
    clocksOf: () => ({ ttlSeconds, idleSeconds: null }),
  }
}

/** Returns the default name of a new session or app, such as “Firefox on Linux”; null for an unknown user agent. */
function clientName(): string | null {
  return describeClient(requestContext().userAgent).name
}

const ACTIONS = { session: 'session.started', device: 'device.signed_in', refresh: 'jwt.created' } as const

/**
 * Signs in to an account in the transaction that has proven it: checks the proof again under the lock of the account,
 * makes room, and issues the token.
 * @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached
 */
export async function completeSignIn(tx: Db, proof: SignInProof, door: Door): Promise<SignIn> {
  const { kind, name } = door
  const at = now()
  const userId = proof.account.id
  const account = await noteSignIn(tx, proof, (await door.isKnown(tx, proof.account)) ? null : name)
  if (door.adminsOnly && !account.isAdmin) throw captchaUnavailable()
  await endReplacedSessions(tx, door.replaced)
  const signedOut = await makeRoom(tx, account, kind, door.signOut)
  const { ttlSeconds, idleSeconds } = door.clocksOf(account)
  const expiresAt = secondsAfter(at, ttlSeconds)
  const identityId = proof.by === 'identity' ? proof.identity.id : null
  const authTime = isStepUp(proof, account) ? at : null
  const { token, key } = await issueToken(tx, { userId, kind, name, expiresAt, idleSeconds, authTime, identityId })
  await recordAudit(tx, {
    action: ACTIONS[kind],
    actor: { userId, tokenId: token.id },
    userId,
    target: { type: 'token', id: token.id },
    details: { name, ...methodsOf(proof) },
  })
  const isEmailReleased = kind === 'session' && (await tellEmailReleased(tx, account))
  afterCommit(tx, () => count('sign_ins', kind))
  const mark = issueKnownDevice(account)
  const user = presentAccount(account)
  return { user, tokenId: token.id, key, signedInAt: at, expiresAt, ttlSeconds, signedOut, isEmailReleased, mark }
}

/**
 * Tells whether a sign-in counts as a recent password. A mere visit to a provider, whose own session may be weeks old,
 * does so only if the account has nothing better.
 */
function isStepUp(proof: SignInProof, account: Account): boolean {
  return proof.by === 'password' || proof.isFresh || proof.withPassword || !hasUsablePassword(account)
}

/** What the audit log says about how a person signed in. */
function methodsOf(proof: SignInProof): { methods: string[]; provider?: string } {
  if (proof.by === 'password') return { methods: ['password'] }
  const { provider } = proof.identity
  return { methods: [...(proof.withPassword ? ['password'] : []), 'provider'], provider }
}
