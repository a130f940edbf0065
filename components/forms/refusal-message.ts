const LOOK_AGAIN = 'This cannot be accepted yet. See what is marked above.'

/** What a refused form says above its button: what no field can say, or else where to look. */
export function refusalMessage(unmarked: readonly string[]): string {
  return unmarked.length > 0 ? unmarked.join('. ') : LOOK_AGAIN
}
