import { describe, expect, it } from 'vitest'
import { recognizeKey } from '@/components/palette/recognize-key'
import { generateKey } from '@/lib/keys/token-key'

describe('a key', () => {
  it('of every kind is recognized, with the checksum that the server computes', () => {
    for (const kind of ['personal', 'device', 'session', 'refresh'] as const) {
      for (let round = 0; round < 50; round += 1) {
        const key = generateKey(kind)
        expect(recognizeKey(key)).toEqual({ key })
      }
    }
  })

  const key = generateKey('personal')

  it.each([
    ['between spaces', `  ${key}\n`],
    ['in a header', `Authorization: Token ${key}`],
    ['in a file', `API_TOKEN="${key}"`],
    ['before other words', `${key} ci-deploy`],
    ['broken into lines', `${key.slice(0, 20)}\n${key.slice(20)}`],
  ])('is recognized %s', (_name, text) => {
    expect(recognizeKey(text)).toEqual({ key })
  })

  it('with any one character changed, missing or added is taken for a mistyped one, and never for a search', () => {
    for (let place = 4; place < key.length; place += 1) {
      const other = key.charAt(place) === 'A' ? 'B' : 'A'
      expect(recognizeKey(key.slice(0, place) + other + key.slice(place + 1))).toEqual({ key: null })
      expect(recognizeKey(key.slice(0, place) + key.slice(place + 1))).toEqual({ key: null })
    }
    expect(recognizeKey(`${key}0`)).toEqual({ key: null })
    expect(recognizeKey(key.slice(0, 4))).toEqual({ key: null })
  })
})

it.each(['', 'lkp', 'ci-deploy', 'lkx_abc', 'alkaline', '9fQx'])('%j is no key', (text) => {
  expect(recognizeKey(text)).toBeNull()
})
