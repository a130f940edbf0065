import type { Account } from '@/lib/domain/accounts/account-store'
import {
  countAttempt,
  countKnownBrowserAttempt,
  countUnknownAttempt,
  lockAccount,
  uncountAttempt,
  uncountKnownBrowserAttempt,
} from '@/lib/domain/accounts/attempt-store'
import { ATTEMPTS_PER_LOCK, LOCK_GROWTH_SECONDS, LOCK_SECONDS, LOCK_SECONDS_MAX } from '@/lib/base/passwords/lock-rule'
import { isKnownDevice } from '@/lib/domain/accounts/sign-in/known-device'
import { now, secondsAfter } from '@/lib/base/clock'
import { log } from '@/lib/base/log'
import { consume, tally } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

// NIST SP 800-63B-4 section 3.2.2 allows at most 100 consecutive failed attempts. Known browsers have their own share,
// so strangers who use up theirs do not lock the owner out.
const ATTEMPTS_MAX = 80
const KNOWN_BROWSER_ATTEMPTS_MAX = 20

const KNOWN_DEVICE_LIMIT = { name: 'known-device', points: ATTEMPTS_PER_LOCK, durationSeconds: LOCK_SECONDS }
/** More accounts than this with a first failure within ten minutes count as an attack. */
const SPRAYED_MAX = 50
const SPRAYED = { name: 'spray', durationSeconds: 600 }
/** Counted like a possible spray, so response time does not reveal the kind of failure. */
const OTHER_FAILURES = { name: 'other-failures', durationSeconds: 600 }

/** An attempt to use an account's password, counted before the password is checked. */
export interface SignInAttempt {
  /** Whether the server may check the password. */
  isAllowed: boolean
  /** Records that the password was wrong. */
  fail(): Promise<void>
  /** Undoes the count if the password was not checked after all. */
  withdraw(): Promise<void>
}

/** Counts an attempt for a name that no account has, with the same reads and writes as for an account. */
export async function countUnknownSignInAttempt(): Promise<SignInAttempt> {
  await countUnknownAttempt()
  return { isAllowed: false, fail: noteOtherFailure, withdraw: async () => undefined }
}

/**
 * Costs the same as `watchForSpray`, for failures that are no sign of a spray, so response time does not tell them
 * apart.
 */
export async function noteOtherFailure(): Promise<void> {
  await tally(OTHER_FAILURES, 'all')
}

/**
 * Counts an attempt. One counter covers every endpoint and every instance, so the server checks at most ten passwords,
 * however many attempts run concurrently. A browser that signed in before has its own counters, so a stranger cannot
 * lock it out. It may make ten attempts in ten minutes, and all known browsers of an account together may make twenty
 * in a row.
 */
export async function countSignInAttempt(account: Account, knownDevice: string | null): Promise<SignInAttempt> {
  const nothing = async () => undefined
  if (knownDevice !== null && isKnownDevice(account, knownDevice)) {
    if ((await consume(KNOWN_DEVICE_LIMIT, knownDevice)) !== null) {
      return { isAllowed: false, fail: nothing, withdraw: nothing }
    }
    const isAllowed = (await countKnownBrowserAttempt(account.id)) <= KNOWN_BROWSER_ATTEMPTS_MAX
    return { isAllowed, fail: nothing, withdraw: () => uncountKnownBrowserAttempt(account.id) }
  }
  const at = now()
  const { failedSignIns, signInsAllowed, isLocked } = await countAttempt(account.id, at, ATTEMPTS_PER_LOCK)
  if (failedSignIns >= signInsAllowed && !isLocked) await lock(account.id, failedSignIns, at)
  return {
    isAllowed: failedSignIns <= signInsAllowed && failedSignIns <= ATTEMPTS_MAX,
    fail: failedSignIns === 1 ? watchForSpray : noteOtherFailure,
    withdraw: () => uncountAttempt(account.id),
  }
}

async function lock(userId: string, failures: number, at: Date): Promise<void> {
  const earlierLocks = Math.max(0, Math.ceil(failures / ATTEMPTS_PER_LOCK) - 1)
  const seconds = Math.min(LOCK_SECONDS + earlierLocks * LOCK_GROWTH_SECONDS, LOCK_SECONDS_MAX)
  if (await lockAccount(userId, secondsAfter(at, seconds))) {
    log().warn({ user_id: userId, seconds, address: requestContext().address }, 'account locked after failed sign-ins')
  }
}

/**
 * Raises an alarm when single guesses are spread over many accounts, each staying below its account's lock. Logs once
 * in ten minutes.
 */
async function watchForSpray(): Promise<void> {
  if ((await tally(SPRAYED, 'all')) === SPRAYED_MAX + 1) {
    log().error(
      { address: requestContext().address },
      'alarm: failed sign-ins across many accounts (possible password spraying)',
    )
  }
}
