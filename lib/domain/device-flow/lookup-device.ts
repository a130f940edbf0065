import { findRequest } from '@/lib/domain/device-flow/find-request'
import { requestedKinds, type DeviceRequestView } from '@/lib/domain/device-flow/schema'
import { parseScopes } from '@/lib/keys/effective-scopes'
import type { Principal } from '@/lib/keys/principal'
import type { TokenKind } from '@/lib/keys/token-key'

/**
 * Returns which app shows a code and what it asks for.
 * @throws AppError device_code_not_found, device_request_decided, too_many_requests
 */
export async function lookupDevice(principal: Principal, userCode: string): Promise<DeviceRequestView> {
  const request = await findRequest(principal, userCode)
  return {
    client_id: request.clientId,
    device_name: request.deviceName,
    token_kind: requestedKindOf(request),
    scopes: parseScopes(request.scopes),
    expires_in_seconds: request.expiresInSeconds,
    address: request.address,
    requested_at: request.createdAt.toISOString(),
  }
}

/** Returns what a stored request asks for: no request asks for another kind. */
export function requestedKindOf({ tokenKind }: { tokenKind: TokenKind }): (typeof requestedKinds)[number] {
  return tokenKind === 'device' ? 'device' : 'personal'
}
