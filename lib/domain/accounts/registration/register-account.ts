import { insertAccount, type Account } from '@/lib/domain/accounts/account-store'
import { emailTaken, nameTaken } from '@/lib/domain/accounts/name-taken'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { countEmailProbe, tellHolderOfAddress } from '@/lib/domain/accounts/registration/address-in-use'
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
import { isAppError } from '@/lib/base/errors/app-error'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'

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
    if (!isToldByMail) {
      await countEmailProbe()
      throw known
    }
    await tellHolderOfAddress(input, mayMail, (tx) => redeemInvitation(tx, input))
    return null
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
