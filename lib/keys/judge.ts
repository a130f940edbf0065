import { effectiveScopes } from '@/lib/keys/effective-scopes'
import { AppError } from '@/lib/base/errors/app-error'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { parseSecretRow } from '@/lib/keys/lookup/secret-row'
import { whyDead } from '@/lib/keys/why-dead'
import { noteRefusal } from '@/lib/keys/note-use'

/**
 * What a lookup found, judged at an instant in milliseconds: the credential while its key is
 * good for other services, or why it is not. A session's key belongs in its cookie, and counts
 * as unknown everywhere else.
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
