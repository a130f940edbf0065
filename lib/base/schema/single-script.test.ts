import { describe, expect, it } from 'vitest'
import { isSingleScript } from '@/lib/base/schema/single-script'
import { username } from '@/lib/domain/accounts/schema'

describe('a username', () => {
  it.each([
    'maya.ortiz', 'zoë', 'o’brien', 'Straße', 'maya2', 'мария', 'Νίκος', 'דנה', 'أحمد', 'प्रिया', '山田太郎',
    'ヤマダ', 'さくら', '김민수', '金民秀김', 'สมชาย', 'Ժան', 'maya🔑', '42', '-', 'ｍaya', 'ﬀ',
  ])('in one script is accepted: %s', (name) => {
    expect([isSingleScript(name), username.safeParse(name).success]).toEqual([true, true])
  }) // prettier-ignore

  it.each([
    ['a Cyrillic а among Latin letters', 'm\u0430ya'],
    ['a Greek ο among Latin letters', 'rοοt'],
    ['Latin letters among Cyrillic ones', 'мapия'],
    ['an Armenian letter among Latin ones', 'hеllօ'],
    ['Cherokee look-alikes', 'Ꭺdmin'],
    ['a historic script', '𐌀𐌁'],
    ['kana and Hangul', 'さ김'],
    ['a private-use character', 'a\ue000'],
    ['an unassigned character', 'a\u0378'],
    ['a Cyrillic combining mark', 'a\u0483'],
  ])('with %s is rejected', (_, name) => {
    expect([isSingleScript(name), username.safeParse(name).success]).toEqual([false, false])
  })

  it.each(['\u2800', 'maya\u2800', '\u{1d159}', 'a\ufffcb', '\u3164', '\u115f', 'a\u200bb', '\u202e', '.', '..', '．'])(
    'that looks blank or names a folder is rejected: %j',
    (name) => {
      expect(username.safeParse(name).success).toBe(false)
    },
  )
})
