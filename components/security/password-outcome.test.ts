import { expect, it } from 'vitest'
import { passwordOutcome } from '@/components/security/password-outcome'

it.each([
  [0, false, 'There was no other device to end.'],
  [1, false, '1 other device was ended.'],
  [3, false, '3 other devices were ended.'],
  [0, true, 'There was no other device or token to end.'],
  [1, true, '1 other device or token was ended.'],
  [3, true, '3 other devices and tokens were ended.'],
])('with %i signed out or revoked (tokens included: %s) says “%s”', (ended, hasEndedTokens, sentence) => {
  expect(passwordOutcome(ended, hasEndedTokens)).toBe(`Your password is changed. ${sentence}`)
})
