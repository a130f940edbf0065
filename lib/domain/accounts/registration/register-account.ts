import { claimUsername, insertAccount, type Account } from '@/lib/domain/accounts/account-store'
import { emailTaken, nameTaken } from '@/lib/domain/accounts/name-taken'
import { countEmailProbe } from '@/lib/domain/accounts/registration/limit-email-probes'
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
import { isAppError } from '@/lib/base/errors/app-error'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'

/**
 * Creates an account for a stranger, where registration is open or an invitation is shown, and
 * mails the link that confirms its address. Where addresses must be confirmed the outcome is told
 * by mail alone, so that nobody learns whose address has an account.
 * @returns the account; null where the outcome is told by mail
 * @throws AppError registration_closed, code_invalid, invalid_input, username_taken, email_taken,
 * too_many_requests, busy
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
 * Uses up the same as a registration that succeeds, or trying again would tell: the invitation,
 * and the username, which the holder of the address may have.
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
