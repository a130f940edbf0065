import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { isNoEmail } from '@/lib/base/schema/no-email'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'

/** A reset link, and how it reaches the owner of the account. */
export interface ResetLink {
  mailed: boolean
  /** Null when it was emailed: only the owner may have it. */
  url: string | null
  expiresAt: Date
}

/**
 * Creates a link by which the owner of an account chooses a password, for an administrator; the previous link stops
 * working. The link goes to the address of the account. Without an address or SMTP_URL the administrator gets it
 * instead, and using it does not confirm the address.
 */
export async function issueResetLink(
  tx: Db,
  { id: userId, username, email: to }: { id: string; username: string; email: string },
  kind: 'reset_password' | 'account_added',
): Promise<ResetLink> {
  const { SMTP_URL, appOrigin } = settings()
  const mailed = SMTP_URL !== undefined && !isNoEmail(to)
  await dropCodes(tx, userId, ['reset_password'])
  const subject = mailed ? to : null
  const { text: token, expiresAt } = await issueCode(tx, { purpose: 'reset_password', userId, subject })
  if (mailed)
    await enqueueMail(tx, { kind, to, userId, data: { username, uid: userId, token }, usableUntil: expiresAt })
  // In the fragment, which browsers send to no server, so that no log contains it.
  const url = mailed ? null : `${appOrigin}/reset-password#${new URLSearchParams({ uid: userId, token })}`
  return { mailed, url, expiresAt }
}
