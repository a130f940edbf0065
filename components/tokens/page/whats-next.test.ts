import { describe, expect, it } from 'vitest'
import { whatsNext } from '@/components/tokens/page/whats-next'
import { DAY_MS } from '@/lib/base/durations'
import type { TokenView } from '@/lib/domain/tokens/schema'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const inDays = (days: number) => new Date(NOW + days * DAY_MS).toISOString()

const token: TokenView = {
  id: '0193', kind: 'personal', name: 'ci', hint: '…abcd', scopes: [], created_at: inDays(-30), created_ip: null,
  expires_at: null, idle_seconds: null, idle_expires_at: null, last_used_at: null, last_used_ip: null,
  user_agent: null, current: false, status: 'active', revoked_at: null, revoked_reason: null, previous_secret: null,
} // prettier-ignore

const ask = (given: Partial<TokenView>, isMailed = true) =>
  whatsNext({ ...token, ...given }, { nowMs: NOW, format: (at) => new Date(at).toISOString().slice(0, 10), isMailed })

describe('what happens next', () => {
  it('names the expiry and the emails that are still to come', () => {
    expect(ask({ expires_at: inDays(60) })).toEqual([
      'It works until 2027-01-21.',
      'We’ll email you 7 days before, 1 day before and when it expires.',
    ])
    expect(ask({ expires_at: inDays(3) })[1]).toBe('We’ll email you 1 day before and when it expires.')
    expect(ask({ expires_at: inDays(5), created_at: inDays(0) })[1]).not.toContain('7 days')
    expect(ask({ expires_at: inDays(60) }, false)).toHaveLength(1)
  })

  it('says what lack of use does', () => {
    expect(ask({})).toEqual(['It works until you revoke it.', 'If it isn’t used for a year, it’s revoked.'])
    expect(ask({ idle_expires_at: inDays(7) })[0]).toContain('expires on 2026-11-29 if it isn’t used')
    expect(ask({ expires_at: inDays(60), idle_expires_at: inDays(7) })[1]).toContain('sooner, on 2026-11-29')
    expect(ask({ expires_at: inDays(3), idle_expires_at: inDays(7) }, false)).toHaveLength(1)
  })

  it('says how an expired token works again, if it can', () => {
    const expired = { status: 'expired', idle_expires_at: inDays(-2) } as const
    expect(ask({ ...expired, expires_at: inDays(-1) })).toEqual([
      'It expired on 2026-11-20. Extend it to make it work again.',
    ])
    expect(ask(expired)).toEqual(['It expired on 2026-11-20. Create a new token to replace it.'])
  })

  it('says until when a revocation can be undone, and when the token is deleted', () => {
    const revoked = { status: 'revoked', revoked_at: inDays(-0.5), revoked_reason: 'unused' } as const
    expect(ask(revoked)).toEqual([
      'You can undo the revocation until 2026-11-23.',
      'It’s deleted from this page on 2027-02-20.',
    ])
    expect(ask({ ...revoked, revoked_reason: 'leaked' })[0]).toBe('It can’t be restored.')
  })
})
