import type { ServerResponse } from 'node:http'
import { expectHashing, hashingRefusal } from '@/lib/crypto/password-hash'
import type { AppError } from '@/lib/errors/app-error'
import type { RequestContext } from '@/lib/request-context'

// Who sends the password this slowly keeps nobody else out.
const KEPT_MS = 1000

/**
 * Keeps a request's place among the passwords that wait to be hashed, while Next.js finds out what it is about. That
 * takes some milliseconds, and in a flood of sign-ins verdicts would wait for all that are refused in the end.
 * @returns busy where no place is left
 */
export function keepHashingPlace(context: RequestContext, response: ServerResponse): AppError | null {
  const refusal = hashingRefusal()
  if (refusal) return refusal
  const leave = expectHashing()
  context.leaveHashingPlace = leave
  response.once('close', leave)
  setTimeout(leave, KEPT_MS).unref()
  return null
}
