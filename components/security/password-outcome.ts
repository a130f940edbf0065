import { securityTexts } from '@/components/security/texts'

const { outcome } = securityTexts

/** Says what a password change signed out and revoked, in two sentences. */
export function passwordOutcome(revoked: number, hasRevokedTokens: boolean): string {
  if (revoked === 0) return hasRevokedTokens ? outcome.nothing : outcome.noDevices
  return hasRevokedTokens ? outcome.devicesAndTokens(revoked) : outcome.devices(revoked)
}
