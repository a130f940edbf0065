/** Says that a password is too weak: with the estimator’s warning, or with advice if it has none. */
export function tooWeak(warning: string): string {
  return `Too easy to guess. ${warning || 'Use a few unrelated words.'}`
}
