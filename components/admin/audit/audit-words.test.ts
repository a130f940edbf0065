import { expect, it } from 'vitest'
import { auditActions, auditWords, type WordedAction } from '@/components/admin/audit/audit-words'
import type { AuditAction } from '@/lib/domain/audit/record-audit'

/** Does not compile once something is written into the trail that has no words. */
const worded: (action: AuditAction) => WordedAction = (action) => action

it('whatever is written into the trail has words, by which it can be chosen too', () => {
  expect(auditWords(worded('token.revoked'))).toBe('Token revoked')
  expect(auditActions).toContainEqual({ value: 'token.revoked', label: 'Token revoked' })
})

it('what a later version wrote stands as it is', () => {
  expect(auditWords('passkey.added')).toBe('passkey.added')
})
