import { expect, it } from 'vitest'
import { isUndoable } from '@/components/tokens/actions/is-undoable'

const NOW_MS = Date.parse('2026-11-22T00:00:00Z')
const revoked = (ageHours: number, revoked_reason: string | null = 'lost_device') => ({
  kind: 'personal' as const,
  revoked_at: new Date(NOW_MS - ageHours * 3_600_000).toISOString(),
  revoked_reason,
})

it('a revocation by the owner can be undone for 24 hours', () => {
  expect(isUndoable(revoked(0), NOW_MS)).toBe(true)
  expect(isUndoable(revoked(23.9), NOW_MS)).toBe(true)
  expect(isUndoable(revoked(24), NOW_MS)).toBe(false)
})

it.each(['leaked', 'administrator', 'password_changed', null])('one for the reason %s cannot', (reason) => {
  expect(isUndoable(revoked(1, reason), NOW_MS)).toBe(false)
})

it('neither can what is no personal token, or was never revoked', () => {
  expect(isUndoable({ ...revoked(1), kind: 'device' }, NOW_MS)).toBe(false)
  expect(isUndoable({ ...revoked(1), revoked_at: null }, NOW_MS)).toBe(false)
})
