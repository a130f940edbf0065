import type { ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract, HttpMethod } from '@/lib/base/contract'
import type { Credential } from '@/test/support/requests/credentials'
import type { Presentation } from '@/test/support/requests/presentations'

const SAFE: readonly HttpMethod[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Returns the error with which a contract rejects a credential, derived from the contract alone, or null if it admits
 * it.
 */
export function expectedRefusal(
  contract: Contract,
  method: HttpMethod,
  credential: Credential,
  presentation: Presentation,
): ErrorCode | null {
  const { origin } = presentation
  const isUnsafe = !SAFE.includes(method)
  if (contract.auth === 'public') {
    const isForeign = origin === 'foreign' || (origin === undefined && contract.setsCookie === true)
    return isUnsafe && isForeign ? 'cross_site_request' : null
  }
  // Anything but a valid session counts as none.
  if (contract.sessionOptional) return isUnsafe && origin !== 'own' ? 'cross_site_request' : null
  const via = wayIn(contract, presentation)
  if (contract.credentialOptional && bringsNothing(credential, presentation)) return null
  if (via === null) return 'token_missing'
  if (presentation.isSpoilt || (contract.basic && presentation.hasBasic)) return 'token_malformed'
  const { kind, deadBecause } = credential
  if (kind === null) return via === 'cookie' ? deadBecause : 'token_malformed'
  // In a cookie, an access token counts as malformed, because it does not have the format of our keys.
  if (kind === 'access' && via === 'cookie') return 'token_malformed'
  if ((via === 'cookie') !== (kind === 'session') || kind === 'refresh') return 'token_unknown'
  if (via === 'cookie' && isUnsafe && origin !== 'own') return 'cross_site_request'
  if (deadBecause !== null) return deadBecause
  if (!contract.auth.includes(kind)) return 'credential_not_allowed'
  const lacksScope = contract.scope !== undefined && !credential.scopes.includes(contract.scope)
  if (kind === 'personal' && lacksScope) return 'insufficient_scope'
  return contract.role === 'admin' && credential.isAdmins !== true ? 'admin_required' : null
}

/** Returns whether a request carries no credential. Empty cookies and headers count as none. */
function bringsNothing({ deadBecause }: Credential, { via, isSpoilt, hasBasic, hasOther }: Presentation): boolean {
  if (deadBecause !== 'token_missing') return via === null && !hasOther
  return via === null || (via === 'cookie' && !isSpoilt && !hasBasic)
}

/** Returns where a contract looks for a credential that is presented in this way. */
function wayIn({ basic, headerOnly }: Contract, { via, hasBasic }: Presentation): 'authorization' | 'cookie' | null {
  if (via === 'basic' || (basic && hasBasic)) return basic ? 'authorization' : null
  // In forward-auth, the proxy passes on the application’s cookies, which are not ours.
  return via === 'cookie' && headerOnly ? null : via
}
