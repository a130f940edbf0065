import { findUnknownEmails } from '@/lib/domain/accounts/find-account-by-email'
import { unsealEntry } from '@/lib/domain/mail/outbox-payload'
import { deleteEntries, type OutboxEntry } from '@/lib/process/mail/delivery-store'

/**
 * Deletes the requests for mail to addresses that no account has, all in one transaction: anybody may make them, and as
 * many as they like, so each must cost little.
 * @returns the other entries
 */
export async function dropRequestsOfNobody(entries: OutboxEntry[]): Promise<OutboxEntry[]> {
  const requests = entries.flatMap((entry) => {
    const email = emailAskedFor(entry)
    return email === null ? [] : [{ id: entry.id, email }]
  })
  if (requests.length === 0) return entries
  const unknown = await findUnknownEmails(requests.map(({ email }) => email))
  const dropped = new Set(requests.filter(({ email }) => unknown.has(email)).map(({ id }) => id))
  if (dropped.size > 0) await deleteEntries([...dropped])
  return entries.filter(({ id }) => !dropped.has(id))
}

/** The address that a request names; null for a mail, and for an entry that cannot be read, which fails by itself later. */
function emailAskedFor({ payload }: OutboxEntry): string | null {
  try {
    const content = unsealEntry(payload)
    return 'email' in content ? content.email : null
  } catch {
    return null
  }
}
