import { describe, expect, it } from 'vitest'
import { listEntries } from '@/components/palette/list-entries'
import { rankEntries } from '@/components/palette/rank-entries'

const found = (query: string, isAdmin = true) => rankEntries(listEntries(isAdmin), query).map(({ label }) => label)

describe('the entries of the search', () => {
  it('are all there without a query, in the order of the navigation', () => {
    expect(found('', false).slice(0, 2)).toEqual(['Tokens', 'Devices'])
    expect(found('  ', false)).toEqual(listEntries(false).map(({ label }) => label))
  })

  it.each([
    ['tok', ['Tokens', 'Create token', 'All tokens']],
    ['TOKENS', ['Tokens', 'All tokens']],
    ['dark', ['Use the dark theme']],
    ['theme dark', ['Use the dark theme']],
    ['password', ['Security']],
    ['log', ['Audit log', 'Sign out']],
    ['users', ['Accounts']],
    ['nowhere', []],
  ])('for %j are %j', (query, labels) => {
    expect(found(query).sort()).toEqual([...labels].sort())
  })

  it('are ordered by how well their label fits', () => {
    expect(found('tok')[0]).toBe('Tokens')
    expect(found('a').slice(0, 5)).toEqual(['Activity', 'API reference', 'Accounts', 'All tokens', 'Audit log'])
    expect(found('c')[0]).toBe('Create token')
    expect(found('c')).not.toContain('Devices')
    expect(found('au')).toEqual(['Audit log', 'Activity'])
  })

  it('leave out the administration for everyone else', () => {
    const everything = listEntries(false)
    expect(everything.filter(({ id }) => id.startsWith('/admin'))).toEqual([])
    expect(found('audit', false)).toEqual(['Activity'])
    expect(found('invites')).toEqual(['Invitations'])
  })

  it('have ids that identify them', () => {
    const ids = listEntries(true).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
