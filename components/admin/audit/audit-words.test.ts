import { expect, it } from 'vitest'
import { auditActions, auditWords, type WordedAction } from '@/components/admin/audit/audit-words'
import type { AuditAction } from '@/lib/domain/audit/record-audit'

/** Fails to compile when an audited action has no words. */
const worded: (action: AuditAction) => WordedAction = (action) => action

it('has words and a filter option for every audited action', () => {
  expect(auditWords(worded('token.revoked'))).toBe('Token revoked')
  expect(auditActions).toContainEqual({ value: 'token.revoked', label: 'Token revoked' })
})

it('shows an unknown action by its raw name', () => {
  expect(auditWords('passkey.added')).toBe('passkey.added')
})
