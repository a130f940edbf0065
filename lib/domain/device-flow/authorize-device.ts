import { nowMs, now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError, invalidField } from '@/lib/base/errors/app-error'
import { requestContext } from '@/lib/base/request-context'
import type { Db } from '@/lib/db/client'
import { addressKey } from '@/lib/db/rate-limit/address-key'
import { tooManyRequests } from '@/lib/db/rate-limit/limit-address'
import { reading, transaction } from '@/lib/db/transaction'
import { digestOf } from '@/lib/base/crypto/digest'
import { newCodes } from '@/lib/domain/device-flow/device-code'
import { findFullUntil, insertRequest, lockRequests } from '@/lib/domain/device-flow/request-store'
import {
  POLL_INTERVAL_SECONDS,
  type AuthorizeDeviceInput,
  type DeviceAuthorization,
} from '@/lib/domain/device-flow/schema'
import { DEVICE_CODE_TTL_SECONDS, shownUserCode } from '@/lib/base/schema/user-code'
import { tokenExpiry } from '@/lib/domain/tokens/token-expiry'
import { ADMIN_SCOPES, parseScopes } from '@/lib/keys/effective-scopes'

/** How many requests may be pending: from one address, and in all. */
const PENDING_PER_ADDRESS = 20
const PENDING_MAX = 10_000

type RequestedKind = 'personal' | 'device'

/**
 * Starts the device flow for an app (RFC 8628 section 3.1).
 * @throws AppError invalid_input, invalid_scope, too_many_requests
 */
export async function authorizeDevice(input: AuthorizeDeviceInput): Promise<DeviceAuthorization> {
  const { client_id: clientId, device_name: deviceName = null, token_kind: tokenKind = 'personal' } = input
  const scopes = requestedScopes(tokenKind, input.scope ?? '')
  requireLifetime(tokenKind, input.expires_in_seconds)
  const { address, userAgent } = requestContext()
  const key = addressKey(address)
  // A flood that is over the limit already must not wait for a lock, nor make others wait.
  await reading((db) => requirePlace(db, key))
  const { deviceCode, userCode } = await transaction(async (tx) => {
    await lockRequests(tx)
    await requirePlace(tx, key)
    for (;;) {
      const codes = newCodes()
      const request = await insertRequest(tx, {
        deviceDigest: digestOf(codes.deviceCode),
        userCode: codes.userCode,
        clientId,
        deviceName,
        tokenKind,
        scopes: scopes.join(' '),
        expiresInSeconds: input.expires_in_seconds ?? null,
        intervalSeconds: POLL_INTERVAL_SECONDS,
        address,
        addressKey: key,
        userAgent,
        expiresAt: secondsAfter(now(), DEVICE_CODE_TTL_SECONDS),
      })
      if (request !== null) return codes
    }
  })
  const page = `${settings().appOrigin}/device`
  const shown = shownUserCode(userCode)
  return {
    device_code: deviceCode,
    user_code: shown,
    verification_uri: page,
    // A fragment reaches no server, and so no log of one.
    verification_uri_complete: `${page}#code=${shown}`,
    expires_in: DEVICE_CODE_TTL_SECONDS,
    interval: POLL_INTERVAL_SECONDS,
  }
}

/** Requires that one more request may be pending. @throws AppError too_many_requests */
async function requirePlace(db: Db, key: string): Promise<void> {
  const fullUntil = (await findFullUntil(db, PENDING_PER_ADDRESS, key)) ?? (await findFullUntil(db, PENDING_MAX))
  if (fullUntil !== null) throw tooManyRequests(fullUntil.getTime() - nowMs())
}

/** Returns the scopes that the app asks for, which an app may ask for. @throws AppError invalid_scope */
function requestedScopes(kind: RequestedKind, scope: string): string[] {
  const { TOKEN_SCOPES } = settings()
  const words = [...new Set(parseScopes(scope))]
  // The scopes of administrators are never granted through a code, which its owner may have been tricked into entering.
  const wrong = words.filter((word) => !TOKEN_SCOPES.includes(word) && (kind === 'personal' || isForAdmins(word)))
  if (wrong.length > 0) {
    const detail = `scope can only contain ${TOKEN_SCOPES.join(', ')}`
    throw new AppError('invalid_scope', { detail })
  }
  return kind === 'personal' ? words : []
}

const isForAdmins = (scope: string) => ADMIN_SCOPES.includes(scope)

/** Requires a lifetime that a token of this kind may have. @throws AppError invalid_input */
export function requireLifetime(kind: RequestedKind, seconds: number | undefined): void {
  if (seconds === undefined) return
  if (kind === 'personal') tokenExpiry({ expires_in_seconds: seconds })
  const { DEVICE_TTL_SECONDS } = settings()
  if (kind === 'device' && seconds > DEVICE_TTL_SECONDS) {
    throw invalidField('/expires_in_seconds', `Must be at most ${DEVICE_TTL_SECONDS} seconds`)
  }
}
