import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { accountActs } from '@/test/support/acts/account-acts'
import type { Doors } from '@/test/support/acts/act'
import { adminActs } from '@/test/support/acts/admin-acts'
import { identityActs } from '@/test/support/acts/identity-acts'
import { serverActs } from '@/test/support/acts/server-acts'
import { signInActs, tokenByCode } from '@/test/support/acts/sign-in-acts'
import { tokenActs } from '@/test/support/acts/token-acts'

/** Every audited action, with the ways in which it can happen. */
export const acts: Record<AuditAction, Doors> = {
  ...accountActs,
  ...adminActs,
  ...identityActs,
  ...signInActs,
  ...tokenActs,
  ...serverActs,
  'account.updated': { ...accountActs['account.updated'], ...adminActs['account.updated'] },
  'token.created': { ...tokenActs['token.created'], 'an app whose code was approved': tokenByCode },
  'token.revoked': { ...tokenActs['token.revoked'], ...serverActs['token.revoked'] },
}
