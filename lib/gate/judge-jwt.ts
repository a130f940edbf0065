import { AppError } from '@/lib/errors/app-error'
import type { GoodCredential } from '@/lib/gate/known-secrets'
import { prepareIdentity } from '@/lib/gate/prepared-answer'
import { findAccessHolder } from '@/lib/jwt/find-access-holder'

/**
 * An access token, judged like a key: by its signature, and by the row of its family as it
 * stands now. Why it is refused, where it is.
 * @throws AppError store_unavailable
 */
export async function judgeJwt(jwt: string): Promise<GoodCredential | AppError> {
  const holder = await findAccessHolder(jwt)
  if (typeof holder === 'string') return new AppError(holder, { credentialSent: true })
  const { row, scopes } = holder
  const kind = 'access'
  const expiresAt = holder.expiresAt.getTime()
  return { row, kind, scopes, expiresAt, answer: prepareIdentity(row, { kind, scopes, expiresAt }) }
}
