import { readAuthorization } from '@/lib/auth/read-credential'
import { AppError } from '@/lib/errors/app-error'
import { authenticateKey } from '@/lib/tokens/authenticate-key'
import type { Identity } from '@/lib/tokens/verify-schema'

/** What a service asks of a key beside being live: every scope held, every kind named its own. */
interface Demands {
  scopes: readonly string[]
  kinds: readonly string[]
}

/**
 * Who holds the key in `Authorization`, for a service that asks. Nothing but that header is
 * believed.
 * @throws AppError the 401 codes of authenticateKey; kind_not_allowed, insufficient_scope
 */
export async function verifyKey(headers: Headers, { scopes, kinds }: Demands): Promise<Identity> {
  const { principal, email, emailVerified } = await authenticateKey(readAuthorization(headers))
  const { kind } = principal
  if (kind === 'session') throw new AppError('token_unknown', { credentialSent: true })
  if (!kinds.every((wanted) => wanted === kind)) throw new AppError('kind_not_allowed')
  const wanted = scopes.filter((word) => word !== '')
  if (!wanted.every((scope) => principal.scopes.includes(scope))) throw new AppError('insufficient_scope')
  return {
    active: true,
    user_id: principal.userId,
    username: principal.username,
    email,
    email_verified: emailVerified,
    is_admin: principal.isAdmin,
    token_id: principal.tokenId,
    token_name: principal.tokenName,
    kind,
    scopes: [...principal.scopes],
    expires_at: principal.expiresAt?.toISOString() ?? null,
  }
}
