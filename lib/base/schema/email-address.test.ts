import { describe, expect, it } from 'vitest'
import { canonicalEmail, foldEmail } from '@/lib/base/schema/email-address'

describe('an email address', () => {
  it.each([
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@bu\u0308cher.example', 'info@xn--bcher-kva.example'],
    ['info@BÜCHER.Example', 'info@xn--bcher-kva.example'],
    ['info@XN--BCHER-KVA.example', 'info@xn--bcher-kva.example'],
    ['Maya@EXAMPLE.com', 'Maya@example.com'],
    ['a@ＥＸＡＭＰＬＥ.com', 'a@example.com'],
    ['a@b。example', 'a@b.example'],
    ['a@straße.de', 'a@xn--strae-oqa.de'],
    ['a@пример.рф', 'a@xn--e1afmkfd.xn--p1ai'],
    ["o'brien+x/y!z%w@b.co", "o'brien+x/y!z%w@b.co"],
    [`${'a'.repeat(64)}@b.co`, `${'a'.repeat(64)}@b.co`],
  ])('has one canonical form: %s', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical)
    expect(canonicalEmail(canonical)).toBe(canonical)
    expect(foldEmail(text)).toBe(canonical.toLowerCase())
  })

  it.each([
    'maya', '@b.co', 'a@', 'a@localhost', 'a@b_c.co', 'a@-b.co', 'a@b-.co', 'a@b..co', 'a@b.co.', 'a@1.2.3.4', 'a@[::1].co',
    'a@b.0x1', 'a@xn--a.example', 'a@b.co:25', 'a@b.co/x', 'a@ex%61mple.com', 'a@b c.co', 'a@b\t.co', 'a@b／c.co', 'a@b：25.co',
    '.a@b.co', 'a.@b.co', 'a..b@b.co', 'a b@b.co', '"a"@b.co', '<a@b.co>', 'a@b.co,c@d.co', 'a@b@c.co', 'ü@b.co', `${'a'.repeat(65)}@b.co`,
    `a@${'b'.repeat(64)}.co`, `${'a'.repeat(60)}@${'b.'.repeat(97)}co`,
  ])('cannot be: %s', (text) => {
    expect(canonicalEmail(text)).toBeNull()
  }) // prettier-ignore

  it('is looked up like a name if it is invalid', () => {
    expect([' Maya ', 'a@XN--A.example', 'MAYA＠example.com'].map(foldEmail)).toEqual([
      'maya',
      'a@xn--a.example',
      'maya@example.com',
    ])
  })
})
