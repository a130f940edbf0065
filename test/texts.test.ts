import { expect, it } from 'vitest'
import { rejectedIn, textProblems } from '@/scripts/check-texts.mjs'

it('no text of this project has a rejected wording', () => {
  expect(textProblems(process.cwd())).toEqual([])
})

it.each([
  ['title: "Show your password again"', 'Show your password again'],
  ['<p>The name or the\n  password is not right.</p>', 'The name or the password is not right'],
  ['lead="Whatever uses it is refused from its next call on."', 'Whatever uses it is refused from its next call on'],
])('rejects %j wherever people read it', (text, phrase) => {
  expect(rejectedIn(text, false)).toContain(phrase)
})

it.each(['The trail of an account', 'Whoever has it', 'An e-mail', 'Under «Ended»'])(
  'rejects the word in %j in files that hold only texts',
  (text) => {
    expect(rejectedIn(text, true)).not.toEqual([])
    expect(rejectedIn(text, false)).toEqual([])
  },
)

it.each([
  '/** The parts of the list. */',
  'The end of the day',
  'trailing spaces',
  'Make sure that the mail server answers',
])('accepts %j', (text) => {
  expect(rejectedIn(text, true)).toEqual([])
})
