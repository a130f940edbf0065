import { describe, expect, it } from 'vitest'
import { seal, unseal } from '@/lib/base/crypto/seal'

const SECRET = 'a-secret-that-is-for-tests-alone-0123456789'

describe('sealed text', () => {
  it('unseals under the same secret and label', () => {
    for (const text of ['', 'a link', '{"to":"zoë@example.com"}', 'x'.repeat(100_000)])
      expect(unseal(SECRET, 'mail', seal(SECRET, 'mail', text))).toBe(text)
  })

  it('reveals nothing of the original and differs each time', () => {
    const [one, two] = [seal(SECRET, 'mail', 'a link'), seal(SECRET, 'mail', 'a link')]
    expect(Buffer.from(one).includes('a link')).toBe(false)
    expect(one).not.toEqual(two)
  })

  it('does not unseal under another secret or label', () => {
    const sealed = seal(SECRET, 'mail', 'a link')
    expect(() => unseal(`${SECRET}x`, 'mail', sealed)).toThrow()
    expect(() => unseal(SECRET, 'other', sealed)).toThrow()
  })

  it('does not unseal after any byte is changed or the end is cut off', () => {
    const sealed = seal(SECRET, 'mail', 'a link')
    for (const index of sealed.keys()) {
      const changed = sealed.with(index, (sealed[index] ?? 0) ^ 1)
      expect(() => unseal(SECRET, 'mail', changed), `byte ${index}`).toThrow()
      expect(() => unseal(SECRET, 'mail', sealed.subarray(0, index)), `${index} bytes`).toThrow()
    }
  })
})
