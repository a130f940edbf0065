import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'

/** How the link for a new password gets to the owner of an account. */
export interface ResetLink {
  mailed: boolean
  /** Null where it was mailed: nobody but the owner is to have it. */
  url: string | null
  expiresAt: Date
}

/**
 * Makes the link by which the owner of an account chooses a password, for an administrator who
 * asked for it; the one before stops working. It goes to the account's address, and only where no
 * mail can be sent to whoever asked. Then it does not confirm the address.
 */
export async function issueResetLink(
  tx: Db,
  { id: userId, username, email: to }: { id: string; username: string; email: string },
  kind: 'reset_password' | 'account_added',
): Promise<ResetLink> {
  const { SMTP_URL, appOrigin } = settings()
  const mailed = SMTP_URL !== undefined
  await dropCodes(tx, userId, ['reset_password'])
  const subject = mailed ? to : null
  const { text: token, expiresAt } = await issueCode(tx, { purpose: 'reset_password', userId, subject })
  if (mailed)
    await enqueueMail(tx, { kind, to, userId, data: { username, uid: userId, token }, usableUntil: expiresAt })
  // In the fragment, which no server and no log gets to see.
  const url = mailed ? null : `${appOrigin}/reset-password#${new URLSearchParams({ uid: userId, token })}`
  return { mailed, url, expiresAt }
}
