import type { ErrorCode } from '@/lib/errors/catalogue'
import type { Contract, HttpMethod } from '@/lib/http/contract'
import type { Credential } from '@/test/support/credentials'
import type { Presentation } from '@/test/support/presentations'

const SAFE: readonly HttpMethod[] = ['GET', 'HEAD', 'OPTIONS']

/** What a contract refuses a credential with, told from the contract alone; null where it lets it in. */
export function expectedRefusal(
  contract: Contract,
  method: HttpMethod,
  credential: Credential,
  { via, isSpoilt, origin }: Presentation,
): ErrorCode | null {
  const isUnsafe = !SAFE.includes(method)
  if (contract.auth === 'public') {
    const isForeign = origin === 'foreign' || (origin === undefined && contract.setsCookie === true)
    return isUnsafe && isForeign ? 'cross_site_request' : null
  }
  // Forward-auth: the proxy hands on the application's cookies, which are none of ours.
  const isBelievedHere = contract.method !== 'ANY' || via === 'authorization'
  if (via === null || !isBelievedHere) return 'token_missing'
  if (isSpoilt) return 'token_malformed'
  const { kind, deadBecause } = credential
  if (kind === null) return via === 'cookie' ? deadBecause : 'token_malformed'
  if ((via === 'cookie') !== (kind === 'session') || kind === 'refresh') return 'token_unknown'
  if (via === 'cookie' && isUnsafe && origin !== 'own') return 'cross_site_request'
  return deadBecause ?? (contract.auth.includes(kind) ? null : 'credential_not_allowed')
}
