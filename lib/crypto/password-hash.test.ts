import bcrypt from 'bcrypt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, isPasswordRight, type PasswordHash, type PasswordPlaintext } from '@/lib/crypto/password-hash'

const password = 'correct horse battery staple' as PasswordPlaintext
const COST = 10

/** bcrypt's work: 2 to the power of the cost, added up over all hashes that a call compared with. */
function watchWork(): () => number {
  const compare = vi.spyOn(bcrypt, 'compare')
  return () => compare.mock.calls.reduce((sum, [, hash]) => sum + 2 ** bcrypt.getRounds(hash), 0)
}

afterEach(() => vi.restoreAllMocks())

describe('a password', () => {
  it('is hashed as $2b$ at the cost asked for, with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(password, COST), hashPassword(password, COST)])
    expect(one).toMatch(/^\$2b\$10\$.{53}$/)
    expect(other).not.toBe(one)
  })

  it('is known by its hash, and no other is', async () => {
    const hash = await hashPassword(password, COST)
    expect(await isPasswordRight(password, hash, COST)).toBe(true)
    expect(await isPasswordRight('correct horse battery stapl' as PasswordPlaintext, hash, COST)).toBe(false)
  })

  it('of 73 bytes is not let in by the hash of its first 72', async () => {
    const longest = 'é'.repeat(36) as PasswordPlaintext
    const hash = await hashPassword(longest, COST)
    expect(await isPasswordRight(longest, hash, COST)).toBe(true)
    expect(await isPasswordRight(`${longest}X` as PasswordPlaintext, hash, COST)).toBe(false)
  })

  it.each([
    ['no account', null, 11],
    ['a hash of the current cost', 11, 11],
    ['a hash of a lower cost', 10, 11],
    ['a hash two below', 10, 12],
  ])('costs the same work against %s', async (_, hashCost, cost) => {
    const hash = hashCost === null ? null : ((await bcrypt.hash('another', hashCost)) as PasswordHash)
    const work = watchWork()
    expect(await isPasswordRight(password, hash, cost)).toBe(false)
    expect(work()).toBe(2 ** cost)
  })
})
