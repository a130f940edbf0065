import { now, secondsAfter, secondsUntil } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { transaction } from '@/lib/db/transaction'
import { rereadApprover } from '@/lib/domain/authority/hold-authority'
import { digestOf } from '@/lib/base/crypto/digest'
import { issueApproved } from '@/lib/domain/device-flow/issue-approved'
import { requestedKindOf } from '@/lib/domain/device-flow/lookup-device'
import {
  lockUnspentRequest,
  recordPoll,
  spendRequest,
  type DeviceRequest,
} from '@/lib/domain/device-flow/request-store'
import { DEVICE_GRANT, type Exchanged, type ExchangeInput } from '@/lib/domain/device-flow/schema'
import { effectiveScopes } from '@/lib/keys/effective-scopes'

/** By how much `slow_down` lengthens the interval (RFC 8628 section 3.5). */
const SLOW_DOWN_SECONDS = 5

/** How much too early a poll may arrive: timers and networks are not exact. */
const JITTER_SECONDS = 0.5

/**
 * Exchanges a device code for its token (RFC 8628 section 3.4). The token is created here, by the first poll after the
 * approval.
 * @throws AppError unsupported_grant_type, invalid_grant, expired_token, slow_down, authorization_pending,
 * access_denied
 */
export async function exchangeDeviceCode(input: ExchangeInput): Promise<Exchanged> {
  if (input.grant_type !== DEVICE_GRANT) throw new AppError('unsupported_grant_type')
  const request = await poll(input.device_code, input.client_id)
  if (request.state === 'pending') throw new AppError('authorization_pending')
  if (request.state === 'denied') throw new AppError('access_denied')
  return fulfil(request)
}

/** Records a poll and returns its request. @throws AppError invalid_grant, expired_token, slow_down */
async function poll(deviceCode: string, clientId: string): Promise<DeviceRequest> {
  const { request, intervalSeconds, isEarly } = await transaction(async (tx) => {
    const locked = await lockUnspentRequest(tx, digestOf(deviceCode), clientId)
    if (locked === null) throw new AppError('invalid_grant')
    const at = now()
    if (locked.expiresAt <= at) throw new AppError('expired_token')
    const { polledAt } = locked
    const early = polledAt !== null && secondsAfter(polledAt, locked.intervalSeconds - JITTER_SECONDS) > at
    const seconds = locked.intervalSeconds + (early ? SLOW_DOWN_SECONDS : 0)
    await recordPoll(tx, locked.id, at, seconds)
    return { request: locked, intervalSeconds: seconds, isEarly: early }
  })
  // Thrown after the commit: the longer interval has to be stored.
  if (isEarly) throw new AppError('slow_down', { detail: `Poll at most once every ${intervalSeconds} seconds` })
  return request
}

/**
 * Creates the token of an approved request, if the approver may still give it. Another transaction than that of the
 * poll, because it locks the account before the request, as approvals do.
 * @throws AppError invalid_grant if another poll was faster, access_denied
 */
async function fulfil({ id, userId, approverTokenId }: DeviceRequest): Promise<Exchanged> {
  return transaction(async (tx) => {
    const approver = await rereadApprover(tx, { userId: userId ?? '', tokenId: approverTokenId ?? '' })
    if (approver === null) throw new AppError('access_denied', { detail: 'The approval is no longer valid' })
    const request = await spendRequest(tx, id)
    if (request === null) throw new AppError('invalid_grant')
    const { token, key } = await issueApproved(tx, approver, request)
    return {
      access_token: key,
      token_type: 'Bearer',
      ...(token.expiresAt !== null && { expires_in: secondsUntil(token.expiresAt) }),
      scope: effectiveScopes(token, approver).join(' '),
      token_id: token.id,
      kind: requestedKindOf(request),
    }
  })
}
