import { deleteTickets } from '@/lib/domain/tickets/ticket-store'
import type { Db } from '@/lib/db/client'

/**
 * Invalidates the tickets of sign-ins that would lead to an account. Everything that revokes the account’s sessions or
 * changes its password or identities does this: a sign-in that began before must not outlive it. Lock the account’s row
 * first.
 */
export async function dropTickets(tx: Db, userId: string): Promise<void> {
  await deleteTickets(tx, userId)
}
