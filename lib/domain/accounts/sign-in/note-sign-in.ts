import { touchLastLogin, touchLastLoginByIdentity } from '@/lib/domain/accounts/account-store'
import { mayActAtAll, signInRefused, type Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { ATTEMPTS_PER_LOCK } from '@/lib/base/passwords/lock-rule'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { AppError } from '@/lib/base/errors/app-error'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'

/** The owner gets an email if at least this many attempts failed before a successful sign-in. */
const FAILURES_TOLD = 5

/** How a person has proven that an account is theirs. */
export type SignInProof = PasswordProof | IdentityProof

interface PasswordProof {
  by: 'password'
  /** The account with the hash that the password was verified against. */
  account: Account
}

interface IdentityProof {
  by: 'identity'
  account: Account
  identity: { id: string; provider: string }
  /** Whether the provider can prove that the person has just entered a credential (`STEP_UP=fresh`). */
  isFresh: boolean
  /** Whether the transaction has compared the password of the account too. */
  withPassword: boolean
}

/**
 * Records a sign-in in the transaction that issues its token. Locks the account row, so the next sign-in counts this
 * session. Fails like a wrong password if the account was deactivated while it was being proven, or if the proof no
 * longer holds: the password has changed, or the identity belongs to the account no more. A password clears the failed
 * attempts. An identity neither clears them nor is stopped by a lock, which protects only what can be guessed. Emails
 * the owner after many failed attempts, or when `newDevice` names a device that the account has not used before.
 * @returns the updated account
 * @throws AppError credentials_invalid
 */
export async function noteSignIn(tx: Db, proof: SignInProof, newDevice: string | null): Promise<Account> {
  const { id, lastLoginAt } = proof.account
  const account = await touch(tx, proof)
  if (account === null || !mayActAtAll(account)) {
    countSignIn('failed')
    throw proof.by === 'password' ? signInRefused() : identityRefused()
  }
  afterCommit(tx, () => countSignIn('succeeded'))
  const failures = proof.by === 'password' ? proof.account.failedSignIns + proof.account.knownBrowserFailures : 0
  if (failures >= FAILURES_TOLD) await notifyOwner(tx, id, 'sign_in_after_failures', { failures })
  // The very first sign-in always comes from a new device, so it is not worth an email.
  else if (newDevice !== null && lastLoginAt !== null) await notifyOwner(tx, id, 'new_device', { device: newDevice })
  return account
}

/**
 * Returns the error for an identity whose account cannot be used. It says more than the error for a wrong password: a
 * provider has just vouched for this person.
 */
export function identityRefused(): AppError {
  return signInRefused('You can’t sign in to this account: it’s deactivated, or its email address isn’t confirmed.')
}

async function touch(tx: Db, proof: SignInProof): Promise<Account | null> {
  const { id, passwordHash } = proof.account
  return proof.by === 'password'
    ? touchLastLogin(tx, id, passwordHash as PasswordHash, ATTEMPTS_PER_LOCK)
    : touchLastLoginByIdentity(tx, id, proof.identity.id)
}
