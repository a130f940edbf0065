import { describe, expect, it } from 'vitest'
import { prefixRange } from '@/lib/base/schema/prefix-range'

const inRange = (prefix: string, text: string) => {
  const { gte, lt } = prefixRange(prefix)
  const bytes = Buffer.from(text)
  return bytes.compare(Buffer.from(gte)) >= 0 && (lt === undefined || bytes.compare(Buffer.from(lt)) < 0)
}

describe('the range of a prefix', () => {
  it.each(['a', 'deploy', 'zz', 'ß', 'é', '漢', '\ud7ff', '🔑', '\u{10ffff}', 'a\u{10ffff}', '%', '_'])(
    'of %j contains exactly the texts that begin with it',
    (prefix) => {
      const tails = ['', 'a', '\u0001', '\u{10ffff}', '🔑x', '\ue000']
      for (const tail of tails) expect(inRange(prefix, prefix + tail)).toBe(true)
      for (const other of ['', 'A', '0', 'b', 'ze', 'zzz', '\ue000', '🔒', '\u{10fffe}', 'b\u{10ffff}', 'è'])
        expect(inRange(prefix, other), other).toBe(other.startsWith(prefix))
    },
  )
})
