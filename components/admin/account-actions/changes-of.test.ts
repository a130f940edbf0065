import { expect, it } from 'vitest'
import { changesOf } from '@/components/admin/account-actions/changes-of'

it('lists changed fields first, with old and new values, then the other details', () => {
  expect(
    changesOf({
      reason: 'leaked',
      before: { is_active: true, username: 'maya', first_name: '' },
      after: { is_active: false, username: 'maya.o', first_name: 'Maya' },
    }),
  ).toEqual([
    { name: 'is_active', before: 'yes', after: 'no' },
    { name: 'username', before: 'maya', after: 'maya.o' },
    { name: 'first_name', before: 'empty', after: 'Maya' },
    { name: 'reason', before: undefined, after: 'leaked' },
  ])
})

it('shows details of every type', () => {
  expect(changesOf({ before: null, after: 'x', scopes: ['read', 'write'], none: [], at: null, count: 3 })).toEqual([
    { name: 'scopes', before: undefined, after: 'read, write' },
    { name: 'none', before: undefined, after: 'none' },
    { name: 'at', before: undefined, after: 'none' },
    { name: 'count', before: undefined, after: '3' },
  ])
  expect(changesOf({})).toEqual([])
})
