import { expect, it } from 'vitest'
import { describeStrength } from '@/components/forms/describe-strength'

const LONG = 'a long text that is long enough'
const judged = (password: string, score?: number, warning = '') =>
  describeStrength({ password, lengthMin: 12, estimate: score === undefined ? null : { score, warning } })

it('asks for length and nothing else while nothing is typed', () => {
  expect(judged('')).toEqual({ level: 0, words: expect.stringMatching(/^At least 12 characters\./) })
})

it('counts what is missing in characters, whatever the estimate', () => {
  expect(judged('elevenchars', 4)).toEqual({ level: 1, words: '1 more character needed.' })
  expect(judged('🔑🔑', 4).words).toBe('10 more characters needed.')
})

it('says what is known while the estimator is on its way', () => {
  expect(judged(LONG)).toEqual({ level: 0, words: 'Long enough.' })
})

it('says why a password would be refused, or what would be better', () => {
  expect(judged(LONG, 0, 'This is a common password.').words).toBe('Too easily guessed. This is a common password.')
  expect(judged(LONG, 1).words).toBe('Too easily guessed. Take a few words that do not belong together.')
})

it.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
])('the score %i fills %i of four parts', (score, level) => {
  expect(judged(LONG, score).level).toBe(level)
})
