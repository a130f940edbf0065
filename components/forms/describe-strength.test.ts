import { expect, it } from 'vitest'
import { describeStrength } from '@/components/forms/describe-strength'

const LONG = 'a long text that is long enough'
const judged = (password: string, score?: number, warning = '') =>
  describeStrength({ password, lengthMin: 12, estimate: score === undefined ? null : { score, warning } })

it('asks only for length while the field is empty', () => {
  expect(judged('')).toEqual({ level: 0, words: expect.stringMatching(/^At least 12 characters\./) })
})

it('counts missing characters in code points, whatever the estimate', () => {
  expect(judged('elevenchars', 4)).toEqual({ level: 1, words: '1 more character to go.' })
  expect(judged('🔑🔑', 4).words).toBe('10 more characters to go.')
})

it('says only that the length is enough until the estimator has loaded', () => {
  expect(judged(LONG)).toEqual({ level: 0, words: 'Long enough.' })
})

it('says why the server would reject a password, or how to improve it', () => {
  expect(judged(LONG, 0, 'This is a common password.').words).toBe('Too easy to guess. This is a common password.')
  expect(judged(LONG, 1).words).toBe('Too easy to guess. Use a few unrelated words.')
})

it.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
])('maps the score %i to %i of four bars', (score, level) => {
  expect(judged(LONG, score).level).toBe(level)
})
