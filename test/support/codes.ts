import { createHash } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import type { CodePurpose } from '@/lib/domain/codes/code-store'
import { database } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'

/** Returns the plaintext of the code that `newCodes` creates for an account. */
export function codeOf(account: Account, purpose: CodePurpose): string {
  return `${purpose}-${account.id}`
}

/** Creates one usable code for each purpose, bound to the email address that the purpose requires, if any. */
export async function newCodes(account: Account): Promise<void> {
  const subjects: Record<CodePurpose, string | null> = {
    verify_email: account.email,
    reset_password: account.email,
    confirm_email_change: `new-${account.email}`,
    undo_email_change: `old-${account.email}`,
    invitation: null,
  }
  const data = Object.entries(subjects).map(([name, subject]) => {
    const purpose = name as CodePurpose
    return {
      purpose,
      userId: purpose === 'invitation' ? null : account.id,
      digest: digestOf(codeOf(account, purpose)),
      subject,
      subjectKey: subject === null ? null : foldEmail(subject),
      createdAt: now(),
      expiresAt: secondsAfter(now(), 600),
    }
  })
  await database().oneTimeCode.createMany({ data })
}

function digestOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
