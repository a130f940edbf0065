import { expect, it } from 'vitest'
import { managedTokenAddress } from '@/components/admin/tokens/managed-token-address'
import { selectionOfAddress } from '@/components/admin/tokens/selection-of-address'

const NOW_MS = Date.parse('2027-04-01T00:00:00Z')
const selectionOf = (address: Record<string, string>) => selectionOfAddress(managedTokenAddress.parse(address), NOW_MS)

it('revokes exactly the tokens that the list is filtered to', () => {
  expect(selectionOf({ q: 'ci-', user: 'maya', kind: 'personal' })).toEqual({
    q: 'ci-',
    user: 'maya',
    kind: 'personal',
  })
  expect(selectionOf({ show: 'unused' })).toEqual({ unused_since: '2027-01-01T00:00:00.000Z' })
})

it.each([
  {},
  { show: 'all', q: 'ci-' },
  { show: 'expired', user: 'maya' },
  { show: 'revoked', kind: 'personal' },
  { show: 'ending', kind: 'personal' },
])(
  'offers no bulk revocation without a filter, or for tokens that have expired, are revoked or expire soon: %o',
  (address) => expect(selectionOf(address)).toBeNull(),
)

it('ignores invalid parameters', () => {
  expect(managedTokenAddress.parse({ show: 'x', kind: 'y', q: '', cursor: ['a', 'b'] })).toEqual({ show: 'active' })
})
