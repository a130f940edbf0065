import { expect, it } from 'vitest'
import { accountsSortedBy, nextAccountSort } from '@/components/admin/accounts/next-account-sort'

it('a list about which nothing is said has the newest first', () => {
  expect(accountsSortedBy('created_at', undefined)).toBe('descending')
  expect(accountsSortedBy('username', undefined)).toBeUndefined()
  expect(accountsSortedBy('username', 'username')).toBe('ascending')
})

it('the head of a column leads to its telling order, and from there to the other one', () => {
  expect(nextAccountSort('username', undefined)).toBe('username')
  expect(nextAccountSort('username', 'username')).toBe('-username')
  expect(nextAccountSort('username', '-username')).toBe('username')
  expect(nextAccountSort('created_at', undefined)).toBe('created_at')
  expect(nextAccountSort('created_at', 'username')).toBeUndefined()
})
