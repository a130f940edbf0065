/** Says what a password change signed out and revoked, in two sentences. */
export function passwordOutcome(ended: number, hasEndedTokens: boolean): string {
  const [one, several] = hasEndedTokens ? ['device or token', 'devices and tokens'] : ['device', 'devices']
  if (ended === 0) return `Your password is changed. There was no other ${one} to end.`
  return `Your password is changed. ${ended} other ${ended === 1 ? `${one} was` : `${several} were`} ended.`
}
