import { describe, expect, it } from 'vitest'
import { KEY_PATTERN } from '@/lib/base/schema/key-format'
import { digestOf, generateKey, hintOf, parseKey } from '@/lib/keys/token-key'

describe('a key', () => {
  it.each([
    ['personal', 'lkp_'],
    ['device', 'lkd_'],
    ['session', 'lks_'],
    ['refresh', 'lkr_'],
  ] as const)('of a %s token begins with %s and has 40 characters in total', (kind, prefix) => {
    const key = generateKey(kind)
    expect(key).toMatch(KEY_PATTERN)
    expect(key.startsWith(prefix)).toBe(true)
    expect(key).toHaveLength(40)
    expect(parseKey(key)).toEqual({ key, kind })
  })

  it('is never generated twice', () => {
    const keys = Array.from({ length: 10_000 }, () => generateKey('personal'))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('draws each of its 30 random characters uniformly from 62 (χ², p > 10⁻⁶ at every position)', () => {
    const sample = 10_000
    const counts = Array.from({ length: 30 }, () => new Map<string, number>())
    for (let round = 0; round < sample; round += 1) {
      const random = generateKey('device').slice(4, 34)
      counts.forEach((count, place) => count.set(random.charAt(place), (count.get(random.charAt(place)) ?? 0) + 1))
    }
    const expected = sample / 62
    for (const count of counts) {
      expect(count.size).toBe(62)
      const chiSquare = [...count.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
      // 61 degrees of freedom; a fair generator fails here about once in 30,000 runs.
      expect(chiSquare).toBeLessThan(130)
    }
  })

  it('is malformed when any one character differs', () => {
    const key = generateKey('personal')
    for (let place = 0; place < key.length; place += 1) {
      const other = key.charAt(place) === 'A' ? 'B' : 'A'
      expect(parseKey(key.slice(0, place) + other + key.slice(place + 1))).toBeNull()
    }
  })

  it.each([
    '',
    'lkp_',
    'lkx_00000000000000000000000000000000000',
    '01a20065-269d-754a-a167-7e7199da9c6c',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  ])('is not recognised in %j', (text) => {
    expect(parseKey(text)).toBeNull()
    expect(text).not.toMatch(KEY_PATTERN)
  })

  it('has a digest of the whole key, prefix and checksum included', () => {
    const key = generateKey('personal')
    expect(digestOf(key)).toHaveLength(32)
    expect(digestOf(key)).not.toEqual(digestOf(generateKey('personal')))
  })

  it('appears to people as its prefix and its last four characters', () => {
    const key = generateKey('personal')
    expect(hintOf(key)).toBe(`lkp_…${key.slice(36)}`)
  })
})
