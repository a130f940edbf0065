import { expect, it } from 'vitest'
import { seal, unseal } from '@/lib/crypto/seal'

const SECRET = 's'.repeat(32)

it('what was sealed comes back, and never looks the same twice', () => {
  const [first, second] = [seal(SECRET, 'mail', 'to ada: ✓'), seal(SECRET, 'mail', 'to ada: ✓')]
  expect(unseal(SECRET, 'mail', first)).toBe('to ada: ✓')
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
  expect(Buffer.from(first).includes('ada')).toBe(false)
})

it('opens for the same secret and the same purpose alone', () => {
  const sealed = seal(SECRET, 'mail', 'text')
  expect(() => unseal('t'.repeat(32), 'mail', sealed)).toThrow()
  expect(() => unseal(SECRET, 'signing-key', sealed)).toThrow()
})

it('does not open when any byte was changed or is missing', () => {
  const sealed = seal(SECRET, 'mail', 'text')
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => unseal(SECRET, 'mail', changed)).toThrow()
    expect(() => unseal(SECRET, 'mail', sealed.slice(0, index))).toThrow()
  }
})
