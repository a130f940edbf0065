import { describe, expect, it } from 'vitest'
import { filtersOfPart, sortOf, tokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { tokenParts } from '@/components/tokens/list/token-parts'
import { listTokensQuery } from '@/lib/domain/tokens/schema'

const NOW_MS = Date.parse('2026-11-22T00:00:00Z')

describe('the token page URL', () => {
  it('shows active tokens when parameters are missing or invalid', () => {
    const nothing = { show: 'active', q: undefined, sort: undefined, cursor: undefined }
    expect(tokenListAddress.parse({})).toEqual(nothing)
    expect(
      tokenListAddress.parse({ show: 'all', q: ['a', 'b'], sort: 'id', cursor: 'x'.repeat(5000), other: '1' }),
    ).toEqual(nothing)
  })

  it('parses back to what it was built from', () => {
    const address = { show: 'unused', q: 'über & co', sort: '-last_used_at', cursor: 'abc' } as const
    const query = new URL(tokenListHref(address), 'http://localhost').searchParams
    expect(tokenListAddress.parse(Object.fromEntries(query))).toEqual(address)
    expect(tokenListHref({ show: 'active', q: undefined })).toBe('/settings/tokens')
  })
})

describe('a part of the token list', () => {
  it.each(tokenParts)('produces a query that the API accepts: %s', (part) => {
    expect(listTokensQuery.safeParse(filtersOfPart(part, NOW_MS)).success).toBe(true)
  })

  it('looks 7 days ahead for expiring tokens, and 90 days back for unused ones', () => {
    expect(filtersOfPart('ending', NOW_MS).expires_before).toBe('2026-11-29T00:00:00.000Z')
    expect(filtersOfPart('unused', NOW_MS).unused_since).toBe('2026-08-24T00:00:00.000Z')
  })

  it('sorts newest first by default, and expiring tokens by expiry time', () => {
    expect(sortOf({ show: 'active', sort: undefined })).toBe('-created_at')
    expect(sortOf({ show: 'ending', sort: undefined })).toBe('expires_at')
    expect(sortOf({ show: 'ending', sort: 'name' })).toBe('name')
  })
})
