import { clearUnconfirmedEmail, noteReleaseTold, type Account } from '@/lib/domain/accounts/account-store'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import type { Db } from '@/lib/db/client'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'

/**
 * Takes its address from an account that never confirmed it, with every link emailed to it. The next sign-in to the
 * account tells its owner. The address gets an email too: the account may be a forgotten one of the same person. Lock
 * the account’s row first.
 */
export async function releaseEmail(tx: Db, { id: userId, username, email }: Account): Promise<void> {
  await clearUnconfirmedEmail(tx, userId)
  await dropCodes(tx, userId, ['verify_email', 'reset_password', 'confirm_email_change'])
  await enqueueMail(tx, { kind: 'address_lost', to: email, userId, data: { username } })
}

/** Returns whether the owner has to be told that the address is gone. True for one sign-in after each loss. */
export async function tellEmailReleased(tx: Db, { id, emailReleasedAt }: Account): Promise<boolean> {
  if (emailReleasedAt !== null) await noteReleaseTold(tx, id)
  return emailReleasedAt !== null
}
