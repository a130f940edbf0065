import { fieldsTexts } from '@/components/forms/texts-fields'
import { tooWeak } from '@/lib/base/schema/too-weak'

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

const texts = fieldsTexts.strength

/** Returns advice on a new password, and why the server would reject it. */
export function describeStrength({ password, lengthMin, estimate }: Judged): Strength {
  const missing = lengthMin - [...password].length
  if (password === '') return { level: 0, words: texts.empty(lengthMin) }
  if (missing > 0) return { level: 1, words: texts.missing(missing) }
  if (estimate === null) return { level: 0, words: texts.longEnough }
  const { score, warning } = estimate
  if (score < 2) return { level: 1, words: tooWeak(warning) }
  if (score === 2) return { level: 2, words: texts.fair(warning) }
  return score === 3 ? { level: 3, words: texts.good } : { level: 4, words: texts.strong }
}
