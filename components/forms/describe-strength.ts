/** A password's strength for the meter: how many of its four parts are filled, and what that means. */
interface Strength {
  level: 0 | 1 | 2 | 3 | 4
  words: string
}

interface Judged {
  password: string
  lengthMin: number
  /** What the estimator found; null while it is not there. */
  estimate: { score: number; warning: string } | null
}

const ADVICE = 'Take a few words that do not belong together.'

/** What to say of a password that is being chosen: advice, and what the server would refuse. */
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
