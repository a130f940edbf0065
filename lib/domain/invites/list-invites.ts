import type { Principal } from '@/lib/keys/principal'
import { now } from '@/lib/base/clock'
import { listInviteRows, type Invite } from '@/lib/domain/invites/invite-store'
import type { InvitePage, InviteView, ListInvitesQuery } from '@/lib/domain/invites/schema'
import { decodeCursor, encodeCursor } from '@/lib/base/paging/cursor'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'

const ORDER = 'invites'

/**
 * Lists the invitations of this deployment, newest first, without their links.
 * @throws AppError invalid_input for another list's cursor
 */
export async function listInvites(_admin: Principal, query: ListInvitesQuery): Promise<InvitePage> {
  const { limit = PAGE_SIZE_DEFAULT, cursor } = query
  const before = cursor === undefined ? null : decodeCursor(ORDER, 'id', cursor).id
  const rows = await listInviteRows(before, limit)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(present),
    next_cursor: rows.length > limit && last ? encodeCursor(ORDER, { id: last.id, value: null }) : null,
  }
}

function present({ id, subject, createdAt, expiresAt, usedAt }: Invite): InviteView {
  const unused = expiresAt > now() ? 'open' : 'expired'
  return {
    id,
    email: subject,
    status: usedAt === null ? unused : 'used',
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    used_at: usedAt?.toISOString() ?? null,
  }
}
