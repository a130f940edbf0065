/** What the strength meter shows: how many of its four bars are filled, and what that means. */
interface Strength {
  level: 0 | 1 | 2 | 3 | 4
  words: string
}

interface Judged {
  password: string
  lengthMin: number
  /** The estimator's result; null until it has loaded. */
  estimate: { score: number; warning: string } | null
}

const ADVICE = 'Take a few words that do not belong together.'

/** Returns advice on a new password, and why the server would reject it. */
export function describeStrength({ password, lengthMin, estimate }: Judged): Strength {
  const missing = lengthMin - [...password].length
  if (password === '')
    return { level: 0, words: `At least ${lengthMin} characters. A few words in a row are easy to keep.` }
  if (missing > 0) return { level: 1, words: `${missing} more ${missing === 1 ? 'character' : 'characters'} needed.` }
  if (estimate === null) return { level: 0, words: 'Long enough.' }
  const { score, warning } = estimate
  if (score < 2) return { level: 1, words: `Too easily guessed. ${warning || ADVICE}` }
  if (score === 2) return { level: 2, words: `Fair. ${warning || 'One more word would make it good.'}` }
  return score === 3 ? { level: 3, words: 'Good.' } : { level: 4, words: 'Strong.' }
}
