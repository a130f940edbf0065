import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { now } from '@/lib/base/clock'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import { settings } from '@/lib/base/env'
import type { CreatedInvite } from '@/lib/domain/invites/schema'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { mailedTooOften, mayMailTo } from '@/lib/domain/mail/limit-mail'

/**
 * Creates a link that lets one person create an account within seven days. With an address, the link works for that
 * address only and is emailed there.
 * @throws AppError admin_required; too_many_requests for an address that got three emails within the hour
 */
export async function createInvite(inviter: Administrator, email: string | null): Promise<CreatedInvite> {
  const at = now()
  if (email !== null && !(await mayMailTo(email))) throw mailedTooOften()
  const { id, text, expiresAt } = await transactionAsAdmin(inviter, async (tx) => {
    const code = await issueCode(tx, { purpose: 'invitation', userId: null, subject: email })
    if (email !== null) {
      const mail = { kind: 'invitation', to: email, userId: null, data: { key: code.text } } as const
      await enqueueMail(tx, { ...mail, usableUntil: code.expiresAt })
    }
    const target = { type: 'invite', id: code.id } as const
    await recordAudit(tx, { action: 'invite.created', actor: inviter, userId: inviter?.userId ?? null, target })
    return code
  })
  return {
    id,
    email,
    status: 'open',
    created_at: at.toISOString(),
    expires_at: expiresAt.toISOString(),
    used_at: null,
    // In the fragment, which never reaches a server or a log.
    url: `${settings().appOrigin}/register#${new URLSearchParams({ invite: text })}`,
  }
}
