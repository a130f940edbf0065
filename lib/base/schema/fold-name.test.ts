import { describe, expect, it } from 'vitest'
import { foldName } from '@/lib/base/schema/fold-name'

describe('folding a name', () => {
  it.each([
    ['ADMIN', 'admin', ' admin ', 'ａｄｍｉｎ'],
    ['Straẞe', 'Straße', 'STRASSE', 'strasse'],
    ['ΣΑΣ', 'σας', 'σασ', 'Σας'],
    ['ﬀ', 'ff', 'FF'],
    ['İnci', 'i\u0307nci'],
    ['Å', 'å', 'A\u030a'],
  ])('gives every spelling of %s the same key', (...spellings) => {
    expect(new Set(spellings.map(foldName)).size).toBe(1)
  })

  it('maps the beginning of a name to the beginning of its key', () => {
    expect(foldName('ΣΑΣΑ').startsWith(foldName('σας'))).toBe(true)
  })

  it('leaves every key unchanged', () => {
    for (let point = 0; point <= 0x10_ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const key = foldName(String.fromCodePoint(point))
      if (foldName(key) !== key) throw new Error(`U+${point.toString(16)} folds to ${key}, which folds on`)
    }
  })
})
