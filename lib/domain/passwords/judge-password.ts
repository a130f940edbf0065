import path from 'node:path'
import { PasswordJudge } from '@/lib/domain/passwords/password-judge'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** scripts/bundle.mjs writes the worker to this path, for the server, the pages and the commands alike. */
const judge = () => singleton('password-judge', () => new PasswordJudge(path.resolve('.build/password-worker.js')))

/**
 * Returns one sentence on why a password is easy to guess, or null when it is not. Takes up to a second on a worker
 * thread: call it from the password queue, after every cheaper check.
 * @throws AppError busy when the worker cannot answer: no password is accepted without a verdict
 */
export async function judgePassword(password: string, ownWords: readonly string[]): Promise<string | null> {
  try {
    return await judge().judge({ password, ownWords })
  } catch (cause) {
    log().error({ err: cause }, 'password strength could not be checked')
    throw new AppError('busy', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
  }
}
