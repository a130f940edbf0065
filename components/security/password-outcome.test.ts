import { expect, it } from 'vitest'
import { passwordOutcome } from '@/components/security/password-outcome'

it.each([
  [0, false, 'You weren’t signed in anywhere else.'],
  [1, false, 'Signed out of 1 other device.'],
  [3, false, 'Signed out of 3 other devices.'],
  [0, true, 'You had no other devices or tokens.'],
  [1, true, '1 other device or token no longer has access.'],
  [3, true, '3 other devices and tokens no longer have access.'],
])('with %i signed out or revoked (tokens included: %s) says “%s”', (revoked, hasRevokedTokens, sentence) => {
  expect(passwordOutcome(revoked, hasRevokedTokens)).toBe(`Password changed. ${sentence}`)
})
