import path from 'node:path'
import { PasswordJudge } from '@/lib/domain/passwords/password-judge'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** Where scripts/bundle.mjs puts the thread, for the server, the pages and the commands alike. */
const judge = () => singleton('password-judge', () => new PasswordJudge(path.resolve('.build/password-worker.js')))

/**
 * Why a password is easily guessed, in a sentence; null when it is not. Takes up to a second of
 * another thread: for a place in the queue of passwords, after everything that costs less.
 * @throws AppError busy when the thread cannot tell: no password passes without a verdict
 */
export async function judgePassword(password: string, ownWords: readonly string[]): Promise<string | null> {
  try {
    return await judge().judge({ password, ownWords })
  } catch (cause) {
    log().error({ err: cause }, 'a password could not be judged')
    throw new AppError('busy', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
  }
}
