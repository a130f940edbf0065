import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { accountActs } from '@/test/support/account-acts'
import type { Doors } from '@/test/support/act'
import { adminActs } from '@/test/support/admin-acts'
import { serverActs } from '@/test/support/server-acts'
import { signInActs } from '@/test/support/sign-in-acts'
import { tokenActs } from '@/test/support/token-acts'

/** Everything that the trail tells of, each in the ways in which it comes about. */
export const acts: Record<AuditAction, Doors> = {
  ...accountActs,
  ...adminActs,
  ...signInActs,
  ...tokenActs,
  ...serverActs,
  'account.updated': { ...accountActs['account.updated'], ...adminActs['account.updated'] },
  'token.revoked': { ...tokenActs['token.revoked'], ...serverActs['token.revoked'] },
}
