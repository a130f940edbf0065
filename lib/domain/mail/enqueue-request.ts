import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '@/lib/base/clock'
import { requestContext, runWithRequestContext } from '@/lib/base/request-context'
import { singleton } from '@/lib/base/singleton'
import { afterCommit, transaction } from '@/lib/db/transaction'
import type { MailRequest } from '@/lib/domain/mail/mail'
import { originNow } from '@/lib/domain/mail/mail-origin'
import { wakeMailDelivery } from '@/lib/domain/mail/mail-wake'
import { sealEntry } from '@/lib/domain/mail/outbox-payload'
import { insertEntries, type NewEntry } from '@/lib/domain/mail/outbox-store'

const GATHERING_MS = 50
const GROUP_SIZE_MAX = 100

interface Group {
  entries: NewEntry[]
  written: Promise<void>
}

const gathering = () => singleton<{ group: Group | null }>('mail-requests', () => ({ group: null }))

/**
 * Puts the email that an unauthenticated client asks for into the outbox, with the same work for every address.
 * Resolves once it is committed. Requests that arrive within 50 ms share one commit: anyone can send any number of
 * them, and a commit for each would keep token verification waiting.
 * @throws AppError store_unavailable, for each request of a group that could not be written
 */
export async function enqueueRequest(kind: MailRequest['kind'], email: string): Promise<void> {
  const payload = sealEntry({ kind, email, origin: originNow() })
  const state = gathering()
  const group = (state.group ??= newGroup())
  group.entries.push({ kind, userId: null, at: now(), payload })
  if (group.entries.length === GROUP_SIZE_MAX) state.group = null
  await group.written
}

function newGroup(): Group {
  const entries: NewEntry[] = []
  // The group belongs to no single request, least of all to the one that happens to be first.
  const context = { ...requestContext(), isStoreUnavailable: false }
  return { entries, written: runWithRequestContext(context, () => write(entries)) }
}

async function write(entries: NewEntry[]): Promise<void> {
  await sleep(GATHERING_MS)
  const state = gathering()
  if (state.group?.entries === entries) state.group = null
  await transaction(async (tx) => {
    await insertEntries(tx, entries)
    afterCommit(tx, wakeMailDelivery)
  })
}
