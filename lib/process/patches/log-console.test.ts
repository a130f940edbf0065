import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/base/log'
import { logConsole } from '@/lib/process/patches/log-console'

const { error, warn } = console
const KEY = `lkp_${'a'.repeat(36)}`

beforeEach(logConsole)
afterEach(() => {
  Object.assign(console, { error, warn })
  vi.restoreAllMocks()
})

it.each(['error', 'warn'] as const)('console.%s becomes one line of the log, without colours and keys', (level) => {
  const line = vi.spyOn(log(), level).mockImplementation(() => undefined)
  // eslint-disable-next-line no-console -- the console is what this tests
  console[level]('\u001b[31mFailed\u001b[39m', KEY, new Error('no room'))
  expect(line).toHaveBeenCalledOnce()
  const [{ console: parts }] = line.mock.calls[0] as unknown as [{ console: unknown[] }]
  expect(parts[0]).toBe('Failed')
  expect(JSON.stringify(parts)).not.toContain(KEY)
  expect(parts[2]).toMatchObject({ message: 'no room' })
})

it('cuts a long text', () => {
  const line = vi.spyOn(log(), 'error').mockImplementation(() => undefined)
  // eslint-disable-next-line no-console -- the console is what this tests
  console.error('x'.repeat(10_000))
  const [{ console: parts }] = line.mock.calls[0] as unknown as [{ console: string[] }]
  expect(parts[0]).toHaveLength(2000)
})
