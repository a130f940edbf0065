import { effectiveScopes } from '@/lib/keys/effective-scopes'
import { AppError } from '@/lib/base/errors/app-error'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { parseSecretRow } from '@/lib/keys/lookup/secret-row'
import { whyDead } from '@/lib/keys/why-dead'
import { noteRefusal } from '@/lib/keys/note-use'

/**
 * Judges the result of a lookup at an instant in milliseconds. Returns the credential while its key is valid for
 * other services, otherwise the reason why not. Only apps and personal tokens count: a session's key belongs in its
 * cookie and is unknown everywhere else.
 */
export function judge(text: string | null, at: number): GoodCredential | AppError {
  if (text === null) return new AppError('token_unknown', { credentialSent: true })
  const row = parseSecretRow(text)
  const { kind, expiresAt } = row
  if (kind !== 'device' && kind !== 'personal') return new AppError('token_unknown', { credentialSent: true })
  const reason = whyDead(row, at)
  if (reason === null) return { row, kind, scopes: effectiveScopes(row, row), expiresAt }
  noteRefusal(row, at)
  return new AppError(reason, { credentialSent: true })
}
