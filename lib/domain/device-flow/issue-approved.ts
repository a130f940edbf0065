import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { count } from '@/lib/base/metrics/count'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'
import { requestedKindOf } from '@/lib/domain/device-flow/lookup-device'
import type { DeviceRequest } from '@/lib/domain/device-flow/request-store'
import { makeRoom } from '@/lib/domain/sessions/make-room'
import { freeTokenName } from '@/lib/domain/tokens/free-token-name'
import { issueToken, type IssuedRow } from '@/lib/domain/tokens/issue-token'
import { requireRoom } from '@/lib/domain/tokens/require-room'
import { parseScopes } from '@/lib/keys/effective-scopes'

/** The method by which such an app has signed in, as the audit log names it. */
const METHODS = ['device_flow']

/**
 * Creates the token that an account approved. Lock the account’s row first.
 * @throws AppError access_denied if there is no room for the token any more
 */
export async function issueApproved(tx: Db, account: Account, request: DeviceRequest): Promise<IssuedRow> {
  const kind = requestedKindOf(request)
  const issued = await (kind === 'device' ? issueDevice : issuePersonal)(tx, account, request)
  const { clientId: app, deviceName: device } = request
  await notifyOwner(tx, account.id, 'app_connected', { app, device, access: kind })
  return issued
}

async function issueDevice(tx: Db, account: Account, request: DeviceRequest): Promise<IssuedRow> {
  const { id: userId } = account
  const signOut = request.signOut.split(' ').filter((id) => id !== '')
  await orDenied('session_limit_reached', makeRoom(tx, account, 'device', signOut))
  const { DEVICE_TTL_SECONDS } = settings()
  const ttlSeconds = Math.min(request.expiresInSeconds ?? DEVICE_TTL_SECONDS, DEVICE_TTL_SECONDS)
  const name = nameOf(request)
  const issued = await issueToken(tx, {
    userId,
    kind: 'device',
    name,
    expiresAt: secondsAfter(now(), ttlSeconds),
    // The person who holds the device has not entered a password, so actions that require a recent one ask for it.
    authTime: null,
  })
  await recordAudit(tx, {
    action: 'device.signed_in',
    actor: { userId, tokenId: issued.token.id },
    userId,
    target: { type: 'token', id: issued.token.id },
    details: { name, methods: METHODS, client_id: request.clientId },
  })
  afterCommit(tx, () => {
    countSignIn('succeeded')
    count('sign_ins', 'device')
  })
  return issued
}

async function issuePersonal(tx: Db, { id: userId }: Account, request: DeviceRequest): Promise<IssuedRow> {
  await orDenied('token_limit_reached', requireRoom(tx, userId))
  const { TOKEN_DEFAULT_TTL_SECONDS, TOKEN_MAX_TTL_SECONDS, TOKEN_SCOPES } = settings()
  const ttlSeconds = Math.min(request.expiresInSeconds ?? TOKEN_DEFAULT_TTL_SECONDS, TOKEN_MAX_TTL_SECONDS)
  const expiresAt = secondsAfter(now(), ttlSeconds)
  const name = await freeTokenName(tx, userId, nameOf(request))
  const scopes = parseScopes(request.scopes).filter((scope) => TOKEN_SCOPES.includes(scope))
  const issued = await issueToken(tx, { userId, kind: 'personal', name, scopes, expiresAt, authTime: null })
  await recordAudit(tx, {
    action: 'token.created',
    actor: { userId, ...(request.approverTokenId !== null && { tokenId: request.approverTokenId }) },
    userId,
    target: { type: 'token', id: issued.token.id },
    details: { name, scopes, expires_at: expiresAt.toISOString(), client_id: request.clientId },
  })
  return issued
}

const nameOf = ({ tokenName, deviceName, clientId }: DeviceRequest) => tokenName ?? deviceName ?? clientId

/** Waits for `work`, and says in OAuth’s words that it has met a limit. @throws AppError access_denied */
async function orDenied(limit: ErrorCode, work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (isAppError(error, limit)) throw new AppError('access_denied', { detail: error.message, cause: error })
    throw error
  }
}
