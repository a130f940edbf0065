import { recordAudit } from '@/lib/domain/audit/record-audit'
import { rereadApprover } from '@/lib/domain/authority/hold-authority'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError, invalidField } from '@/lib/base/errors/app-error'
import { checkAll } from '@/lib/base/errors/check-all'
import type { Db } from '@/lib/db/client'
import { requireLifetime } from '@/lib/domain/device-flow/authorize-device'
import { findRequest, requestDecided } from '@/lib/domain/device-flow/find-request'
import { requestedKindOf } from '@/lib/domain/device-flow/lookup-device'
import { approveRequest, denyRequest, type DeviceRequest } from '@/lib/domain/device-flow/request-store'
import type { ApproveDeviceInput } from '@/lib/domain/device-flow/schema'
import { requireSessionRoom } from '@/lib/domain/sessions/make-room'
import { requireFreeName } from '@/lib/domain/tokens/free-token-name'
import { requireRoom } from '@/lib/domain/tokens/require-room'
import { parseScopes } from '@/lib/keys/effective-scopes'
import type { Principal } from '@/lib/keys/principal'

/**
 * Approves the request that shows a code. The app gets its token when it polls, if the approver may still give it then.
 * @throws AppError device_code_not_found, device_request_decided, too_many_requests, invalid_input, name_taken,
 * token_limit_reached, session_limit_reached
 */
export async function approveDevice(principal: Principal, input: ApproveDeviceInput): Promise<void> {
  const request = await findRequest(principal, input.user_code)
  const kind = requestedKindOf(request)
  const { name, sign_out: signOut = [] } = input
  const [scopes] = checkAll(
    () => grantedScopes(request, input.scopes),
    () => requireLifetime(kind, input.expires_in_seconds),
  )
  await transactionAs(principal, async (tx, { userId, tokenId }) => {
    const isFirst = await approveRequest(tx, request.id, {
      userId,
      approverTokenId: tokenId,
      tokenName: name ?? null,
      scopes: scopes.join(' '),
      expiresInSeconds: input.expires_in_seconds ?? request.expiresInSeconds,
      signOut: signOut.join(' '),
    })
    if (!isFirst) throw requestDecided()
    if (kind === 'device') {
      const account = await rereadApprover(tx, { userId, tokenId })
      if (account !== null) await requireSessionRoom(tx, account, signOut)
    } else {
      await requireRoom(tx, userId)
      if (name !== undefined) await requireFreeName(tx, userId, name, '/name')
    }
    await recordDecision(tx, principal, request, 'device_request.approved')
  })
}

/**
 * Denies the request that shows a code.
 * @throws AppError device_code_not_found, device_request_decided, too_many_requests
 */
export async function denyDevice(principal: Principal, userCode: string): Promise<void> {
  const request = await findRequest(principal, userCode)
  await transactionAs(principal, async (tx) => {
    if (!(await denyRequest(tx, request.id))) throw requestDecided()
    await recordDecision(tx, principal, request, 'device_request.denied')
  })
}

/** Returns the scopes that the app gets: at most the requested ones. @throws AppError invalid_input */
function grantedScopes(request: DeviceRequest, chosen: readonly string[] | undefined): string[] {
  const requested = parseScopes(request.scopes)
  if (chosen === undefined) return requested
  if (requestedKindOf(request) === 'device' && chosen.length > 0) {
    throw invalidField('/scopes', 'Must be empty or omitted: a device token has every scope')
  }
  const detail = requested.length === 0 ? 'The app asked for no scope' : `Must be one of ${requested.join(', ')}`
  const errors = chosen.flatMap((scope, index) =>
    requested.includes(scope) ? [] : [{ pointer: `/scopes/${index}`, detail }],
  )
  if (errors.length > 0) throw new AppError('invalid_input', { errors })
  return [...new Set(chosen)]
}

async function recordDecision(
  tx: Db,
  principal: Principal,
  { id, clientId, deviceName, address, ...request }: DeviceRequest,
  action: 'device_request.approved' | 'device_request.denied',
): Promise<void> {
  await recordAudit(tx, {
    action,
    actor: principal,
    userId: principal.userId,
    target: { type: 'device_request', id },
    details: { client_id: clientId, device_name: deviceName, kind: requestedKindOf(request), requested_from: address },
  })
}
