import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from '@/components/tokens/key/qr-path'

it('draws a rectangle for each run of dark modules', () => {
  expect(qrPath([[false, true, true, false, true], [false, false, false, false, false], [true]])).toBe(
    'M1 0h2v1h-2zM4 0h1v1h-1zM0 2h1v1h-1z',
  )
})

it('keeps the quiet zone of a code free', () => {
  const { data, size } = encode('lkp_x', { ecc: 'M', border: 4 })
  const starts = [...qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.slice(1).map(Number))
  for (const [x = 0, y = 0, width = 0] of starts) {
    expect([x >= 4, y >= 4, x + width <= size - 4, y < size - 4]).toEqual([true, true, true, true])
  }
})
