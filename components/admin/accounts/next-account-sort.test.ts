import { expect, it } from 'vitest'
import { accountsSortedBy, nextAccountSort } from '@/components/admin/accounts/next-account-sort'

it('sorts newest first by default', () => {
  expect(accountsSortedBy('created_at', undefined)).toBe('descending')
  expect(accountsSortedBy('username', undefined)).toBeUndefined()
  expect(accountsSortedBy('username', 'username')).toBe('ascending')
})

it('links a column header to its main order first, and then to the reverse', () => {
  expect(nextAccountSort('username', undefined)).toBe('username')
  expect(nextAccountSort('username', 'username')).toBe('-username')
  expect(nextAccountSort('username', '-username')).toBe('username')
  expect(nextAccountSort('created_at', undefined)).toBe('created_at')
  expect(nextAccountSort('created_at', 'username')).toBeUndefined()
})
