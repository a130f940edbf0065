import { findUnknownEmails } from '@/lib/domain/accounts/find-account-by-email'
import { unsealEntry } from '@/lib/domain/mail/outbox-payload'
import { deleteEntries, type OutboxEntry } from '@/lib/process/mail/delivery-store'

/**
 * Deletes the requests for emails to unknown addresses, all in one transaction. Anyone can send any number of these
 * requests, so each must cost little.
 * @returns the other entries
 */
export async function deleteUnanswerable(entries: OutboxEntry[]): Promise<OutboxEntry[]> {
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

/** The address in a request; null for an email, and for an unreadable entry, whose delivery fails later. */
function emailAskedFor({ payload }: OutboxEntry): string | null {
  try {
    const content = unsealEntry(payload)
    return 'email' in content ? content.email : null
  } catch {
    return null
  }
}
