import { claimUsername } from '@/lib/domain/accounts/account-store'
import { findAccountByEmail } from '@/lib/domain/accounts/find-account-by-email'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/base/errors/app-error'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { addressKey } from '@/lib/db/rate-limit/address-key'
import { consume } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

/** How many times an hour a client address may learn that an email address has an account. */
const EMAIL_PROBES = { name: 'email-probe', points: 5, durationSeconds: 3600 }

/**
 * Uses up what a successful registration uses up (`spend`: the invitation, the ticket) and the username, or a second
 * attempt would reveal that the address is taken. The username is claimed for the holder of the address, who gets an
 * email if `mayMail`.
 * @throws AppError username_taken, and those of `spend`
 */
export async function tellHolderOfAddress(
  { username, email }: { username: string; email: string },
  mayMail: boolean,
  spend: (tx: Db) => Promise<void>,
): Promise<void> {
  const holder = await findAccountByEmail(email)
  try {
    await transaction(async (tx) => {
      await spend(tx)
      if (holder === null) return
      await claimUsername(tx, username, holder.id)
      const { id: userId, email: to, username: name } = holder
      if (mayMail) await enqueueMail(tx, { kind: 'email_in_use', to, userId, data: { username: name } })
    })
  } catch (error) {
    throw nameTaken(error)
  }
}

/**
 * Counts a response that reveals that an email address has an account. Registrations with a free address are never
 * counted or rejected here: others behind the same client address must be able to sign up.
 * @throws AppError too_many_requests, instead of that response; store_unavailable
 */
export async function countEmailProbe(): Promise<void> {
  const waitMs = await consume(EMAIL_PROBES, addressKey(requestContext().address))
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
