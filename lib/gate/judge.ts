import { AppError } from '@/lib/errors/app-error'
import { knownSecret, type KnownSecret } from '@/lib/gate/known-secrets'
import { whyDead } from '@/lib/tokens/why-dead'
import { noteRefusal } from '@/lib/usage/note-use'

/**
 * What a lookup found, judged at an instant in milliseconds: the secret while its key is good
 * for other services, or why it is not. A session's key belongs in its cookie, and counts as
 * unknown everywhere else.
 */
export function judge(digest: string, text: string | null, at: number): KnownSecret | AppError {
  if (text === null) return new AppError('token_unknown', { credentialSent: true })
  const secret = knownSecret(digest, text)
  const { kind } = secret.row
  if (kind !== 'device' && kind !== 'personal') return new AppError('token_unknown', { credentialSent: true })
  const reason = whyDead(secret.row, at)
  if (reason === null) return secret
  noteRefusal(secret.row, at)
  return new AppError(reason, { credentialSent: true })
}
