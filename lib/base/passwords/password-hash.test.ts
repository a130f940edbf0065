import bcrypt from 'bcrypt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  checkPassword,
  hashPassword,
  type PasswordHash,
  type PasswordPlaintext,
} from '@/lib/base/passwords/password-hash'

const password = 'correct horse battery staple' as PasswordPlaintext
const COST = 10

/**
 * Returns a function that reports bcrypt's work so far: 2 to the power of the cost, added up over all compared
 * hashes.
 */
function watchWork(): () => number {
  const compare = vi.spyOn(bcrypt, 'compare')
  return () => compare.mock.calls.reduce((sum, [, hash]) => sum + 2 ** bcrypt.getRounds(hash), 0)
}

afterEach(() => vi.restoreAllMocks())

describe('a password', () => {
  it('is hashed as $2b$ at the requested cost with a unique salt', async () => {
    const [one, other] = await Promise.all([hashPassword(password, COST), hashPassword(password, COST)])
    expect(one).toMatch(/^\$2b\$10\$.{53}$/)
    expect(other).not.toBe(one)
  })

  it('matches its own hash, and another password does not', async () => {
    const hash = await hashPassword(password, COST)
    expect(await checkPassword(password, hash, COST)).toBe('right')
    expect(await checkPassword('correct horse battery stapl' as PasswordPlaintext, hash, COST)).toBe('wrong')
  })

  it('of 73 bytes does not match the hash of its first 72', async () => {
    const longest = 'é'.repeat(36) as PasswordPlaintext
    const hash = await hashPassword(longest, COST)
    expect(await checkPassword(longest, hash, COST)).toBe('right')
    expect(await checkPassword(`${longest}X` as PasswordPlaintext, hash, COST)).toBe('wrong')
  })

  it.each([
    ['no account', null, 11],
    ['a hash of the current cost', 11, 11],
    ['a hash of a lower cost', 10, 11],
    ['a hash two costs lower', 10, 12],
  ])('costs the same work against %s', async (_, hashCost, cost) => {
    const hash = hashCost === null ? null : ((await bcrypt.hash('another', hashCost)) as PasswordHash)
    const work = watchWork()
    expect(await checkPassword(password, hash, cost)).toBe('wrong')
    expect(work()).toBe(2 ** cost)
  })

  const composed = 'caf\u00e9 at the quiet harbour' as PasswordPlaintext
  const decomposed = 'cafe\u0301 at the quiet harbour' as PasswordPlaintext

  it('matches whether an accented letter is typed as one character or as two', async () => {
    for (const [chosen, typed] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const)
      expect(await checkPassword(typed, await hashPassword(chosen, COST), COST)).toBe('right')
  })

  it('matches a hash of its text before normalization, and is outdated', async () => {
    const hash = (await bcrypt.hash(decomposed, COST)) as PasswordHash
    expect(await checkPassword(decomposed, hash, COST)).toBe('outdated')
    const cheap = (await bcrypt.hash(composed, COST - 1)) as PasswordHash
    expect(await checkPassword(composed, cheap, COST)).toBe('outdated')
  })

  it('that NFC makes longer than 72 bytes matches its old hash, which is kept', async () => {
    const longest = '\u0958'.repeat(24) as PasswordPlaintext
    const hash = (await bcrypt.hash(longest, COST - 1)) as PasswordHash
    expect(await checkPassword(longest, hash, COST)).toBe('right')
  })

  it('that is not in NFC costs the same work whether it is right, wrong or has no account', async () => {
    const hashes = [await hashPassword(composed, COST), await hashPassword(password, COST), null]
    const costs: number[] = []
    for (const hash of hashes) {
      const work = watchWork()
      await checkPassword(decomposed, hash, COST)
      costs.push(work())
      vi.restoreAllMocks()
    }
    expect(costs).toEqual([2 ** 11, 2 ** 11, 2 ** 11])
  })
})
