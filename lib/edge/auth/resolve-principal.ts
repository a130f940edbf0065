import type { Principal } from '@/lib/keys/principal'
import { readCredential } from '@/lib/edge/auth/read-credential'
import { AppError } from '@/lib/base/errors/app-error'
import type { CredentialKind } from '@/lib/base/contract'
import { crossSiteError } from '@/lib/edge/problems/cross-site-error'
import { isSafeMethod, isSameOrigin } from '@/lib/edge/http/same-origin'
import { authenticateJwt } from '@/lib/domain/jwt/authenticate-jwt'
import { authenticateKey } from '@/lib/domain/tokens/authenticate-key'

/**
 * Returns the principal of a request, for a route that admits `kinds`. For `basicCounts`, see readAuthorization.
 * @throws AppError the 401 codes of readCredential, authenticateKey and authenticateJwt; cross_site_request for an
 * unsafe request with the cookie that does not come from our own pages; credential_not_allowed
 */
export async function resolvePrincipal(
  request: { method: string; headers: Headers },
  kinds: readonly CredentialKind[],
  basicCounts = false,
): Promise<Principal> {
  const credential = readCredential(request.headers, basicCounts)
  const needsOrigin = credential.via === 'cookie' && !isSafeMethod(request.method)
  if (needsOrigin && !isSameOrigin(request.headers, false)) throw crossSiteError(request.headers)
  const principal = credential.kind === 'access' ? await authenticateJwt(credential) : await authenticateKey(credential)
  if (!kinds.includes(principal.kind)) throw new AppError('credential_not_allowed')
  return principal
}
