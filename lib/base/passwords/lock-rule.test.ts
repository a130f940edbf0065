import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LOCK_RULE } from '@/lib/base/passwords/lock-rule'

it('states the rule in numbers', () => {
  expect(LOCK_RULE).toBe('After 10 failed attempts, sign-in pauses for 10 to 15 minutes.')
})

it.each(['docs/errors.md', 'docs/architecture.md'])('is stated in the same words by %s', (file) => {
  expect(readFileSync(file, 'utf8')).toContain(LOCK_RULE.slice(0, -1))
})
