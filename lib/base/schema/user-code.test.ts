import { describe, expect, it } from 'vitest'
import { foldUserCode, shownUserCode, USER_CODE_ALPHABET } from '@/lib/base/schema/user-code'

describe('a code that a person typed', () => {
  it.each([
    'JQRM-PMXZ',
    'jqrmpmxz',
    ' jqrm pmxz\n',
    'j-q-r-m-p-m-x-z',
    'ＪＱＲＭ－ＰＭＸＺ',
    'JQRM–PMXZ',
    'JQRM—PMXZ',
    'JQRM‐PMXZ',
    'JQRM−PMXZ',
    'JQRM\u00a0PMXZ',
  ])('%j is read as JQRMPMXZ', (typed) => expect(foldUserCode(typed)).toBe('JQRMPMXZ'))

  it.each(['', 'JQRM', 'JQRM-PMX', 'JQRM-PMXZB', 'AQRM-PMXZ', 'JQRM-PMX2', 'JQRM_PMXZ', 'ĴQRM-PMXZ', 'JQRM-PMXẞ'])(
    '%j is no code',
    (typed) => expect(foldUserCode(typed)).toBeNull(),
  )
})

it('contains no vowel, no digit and no letter that looks like another', () => {
  expect(USER_CODE_ALPHABET).toMatch(/^[B-DF-HJ-NP-TV-XZ]{20}$/)
  expect(new Set(USER_CODE_ALPHABET).size).toBe(20)
})

it('is shown in two groups that fold back to the same code', () => {
  expect(shownUserCode('JQRMPMXZ')).toBe('JQRM-PMXZ')
  expect(foldUserCode(shownUserCode('JQRMPMXZ'))).toBe('JQRMPMXZ')
})
