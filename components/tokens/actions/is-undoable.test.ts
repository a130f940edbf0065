import { expect, it } from 'vitest'
import { isUndoable } from '@/components/tokens/actions/is-undoable'

const NOW_MS = Date.parse('2026-11-22T00:00:00Z')
const revoked = (ageHours: number, revoked_reason: string | null = 'lost_device') => ({
  kind: 'personal' as const,
  revoked_at: new Date(NOW_MS - ageHours * 3_600_000).toISOString(),
  revoked_reason,
})

it('lets the owner undo a revocation for 24 hours', () => {
  expect(isUndoable(revoked(0), NOW_MS)).toBe(true)
  expect(isUndoable(revoked(23.9), NOW_MS)).toBe(true)
  expect(isUndoable(revoked(24), NOW_MS)).toBe(false)
})

it.each(['leaked', 'administrator', 'password_changed', null])(
  'does not undo a revocation for the reason %s',
  (reason) => {
    expect(isUndoable(revoked(1, reason), NOW_MS)).toBe(false)
  },
)

it('does not undo a revocation of another kind, or of a token that was never revoked', () => {
  expect(isUndoable({ ...revoked(1), kind: 'device' }, NOW_MS)).toBe(false)
  expect(isUndoable({ ...revoked(1), revoked_at: null }, NOW_MS)).toBe(false)
})
