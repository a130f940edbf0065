import { claimUsername, insertAccount, type Account } from '@/lib/domain/accounts/account-store'
import { emailTaken, nameTaken } from '@/lib/domain/accounts/name-taken'
import { findAccountByEmail } from '@/lib/domain/accounts/find-account-by-email'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import { redeemInvitation, requireInvitation } from '@/lib/domain/accounts/registration/registration-mode'
import type { AccountView, RegisterInput } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { isAddressKept } from '@/lib/domain/codes/drop-codes'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { sendVerification } from '@/lib/domain/accounts/registration/send-verification'
import { settings } from '@/lib/base/env'
import { isAppError, AppError } from '@/lib/base/errors/app-error'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'
import { addressKey } from '@/lib/db/rate-limit/address-key'
import { consume } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

/** How many times an hour a client address may learn that an email address has an account. */
const EMAIL_PROBES = { name: 'email-probe', points: 5, durationSeconds: 3600 }

/**
 * Creates an account if registration is open or the request carries an invitation, and emails the link that confirms
 * its address. If the deployment requires confirmed addresses, only an email reveals the outcome, so the response does
 * not show whether an address has an account.
 * @returns the account; null if only an email reveals the outcome
 * @throws AppError registration_closed, code_invalid, invalid_input, username_taken, email_taken, too_many_requests,
 * busy
 */
export async function registerAccount(input: RegisterInput): Promise<AccountView | null> {
  const isToldByMail = settings().REQUIRE_EMAIL_VERIFICATION
  await requireInvitation(input)
  const passwordHash = await hashNewPassword(input.password, '/password', input)
  const mayMail = await mayMailTo(input.email)
  try {
    const account = await transaction((tx) => create(tx, input, passwordHash, mayMail))
    return isToldByMail ? null : presentAccount(account)
  } catch (error) {
    const known = nameTaken(error)
    if (!isAppError(known, 'email_taken')) throw known
    if (isToldByMail) return tellHolder(input, mayMail)
    await countEmailProbe()
    throw known
  }
}

async function create(tx: Db, input: RegisterInput, passwordHash: PasswordHash, mayMail: boolean): Promise<Account> {
  const { username, email, first_name: firstName, last_name: lastName } = input
  await redeemInvitation(tx, input)
  const account = await insertAccount(tx, { username, email, firstName, lastName, passwordHash, isAdmin: false })
  if (await isAddressKept(tx, email, null)) throw emailTaken('/email')
  await recordAudit(tx, {
    action: 'account.registered',
    actor: { userId: account.id },
    userId: account.id,
    target: { type: 'account', id: account.id },
  })
  if (mayMail) await sendVerification(tx, account)
  return account
}

/**
 * Uses up the invitation and the username like a successful registration does, or a second attempt would reveal that
 * the address is taken. The username is claimed for the holder of the address.
 */
async function tellHolder(input: RegisterInput, mayMail: boolean): Promise<null> {
  const holder = await findAccountByEmail(input.email)
  try {
    await transaction(async (tx) => {
      await redeemInvitation(tx, input)
      if (holder === null) return
      await claimUsername(tx, input.username, holder.id)
      const { id: userId, email: to, username } = holder
      if (mayMail) await enqueueMail(tx, { kind: 'email_in_use', to, userId, data: { username } })
    })
    return null
  } catch (error) {
    throw nameTaken(error)
  }
}

/**
 * Counts a response that reveals that an email address has an account. Registrations with a free address are never
 * counted or rejected here: others behind the same client address must be able to sign up.
 * @throws AppError too_many_requests, instead of that response; store_unavailable
 */
async function countEmailProbe(): Promise<void> {
  const waitMs = await consume(EMAIL_PROBES, addressKey(requestContext().address))
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
