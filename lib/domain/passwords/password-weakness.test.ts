import * as common from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { tooWeak } from '@/lib/base/schema/too-weak'
import { WEAKNESS_WARNINGS } from '@/lib/base/schema/weakness-words'
import { passwordWeakness } from '@/lib/domain/passwords/password-weakness'
import { processorTimeOf } from '@/test/support/processor-time'

describe('passwordWeakness', () => {
  it('rejects every common password that is long enough', { timeout: 120_000 }, () => {
    const passwords = (common.dictionary as Record<string, string[]>)['passwords-common'] ?? []
    const long = passwords.filter((password) => password.length >= 12).slice(0, 3000)
    expect(long.length).toBeGreaterThan(300)
    expect(long.filter((password) => passwordWeakness(password, []) === null)).toEqual([])
  })

  it('says why in the words of the strength meter', () => {
    const ours: readonly string[] = Object.values(WEAKNESS_WARNINGS).map(tooWeak)
    for (const password of ['qwertyuiop123', 'aaaaaaaaaaaaaa', 'abcdefghijklm', 'passwordpassword'])
      expect(ours).toContain(passwordWeakness(password, []))
  })

  it.each([
    'passwordpassword',
    'qwertyuiop123',
    'aaaaaaaaaaaaaa',
    'latchkeylatchkey',
    'maya.ortizmaya.ortiz',
    'maya.ortiz2026',
    'abcdefghijklm',
  ])('rejects %s for the account maya.ortiz', (password) => {
    expect(passwordWeakness(password, ['maya.ortiz', 'maya@example.com', 'maya'])).toMatch(/^Too easy to guess\. \S/)
  })

  it.each(['correct horse battery staple', 'kettle moss quarry', 'gT7#vQ2!mZ9p', '湖畔の古い灯台は朝に'])(
    'accepts %s',
    (password) => {
      expect(passwordWeakness(password, ['maya.ortiz', 'maya@example.com', 'maya'])).toBeNull()
    },
  )

  it('takes at most a hundred times as long for any password as for an ordinary one', () => {
    const judge = (password: string) => processorTimeOf(() => passwordWeakness(password, ['x'.repeat(50)]))
    const ordinary = judge('correct horse battery staple')
    for (const password of ['a'.repeat(72), 'aB1'.repeat(24), '1/1/1'.repeat(14), 'qwerty'.repeat(12)]) {
      expect(judge(password), password).toBeLessThan(100 * ordinary)
    }
  })
})
