import { expect, it } from 'vitest'
import { describeError, loggedPath } from '@/lib/base/log'

it('keeps a logged error within an 8 kB line, however long it and its causes are', () => {
  const chain = Array.from({ length: 10 }).reduce<Error | undefined>(
    (cause) => new Error('x'.repeat(100_000), { cause }),
    undefined,
  )
  const described = describeError(chain)
  expect(JSON.stringify(described).length).toBeLessThan(7000)
  expect(described).toMatchObject({ name: 'Error', cause: { cause: { name: 'Error' } } })
})

it('removes every key from a logged path, even where the path is cut', () => {
  const key = `lkp_${'A'.repeat(36)}`
  for (let start = 1000; start < 1030; start += 1) {
    const path = loggedPath(`/${'a'.repeat(start)}${key}`)
    expect(path.length).toBeLessThanOrEqual(1024)
    expect(path).not.toContain('lkp_')
  }
})
