import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import { tooWeak } from '@/lib/base/schema/too-weak'
import { WEAKNESS_WARNINGS } from '@/lib/base/schema/weakness-words'

/** zxcvbn scores from 0 to 4; a password with 2 or more withstands a million guesses. */
const SCORE_MIN = 2
// The estimator takes many seconds for longer text. When the first 40 characters are strong, the rest cannot weaken
// them.
const JUDGED_LENGTH = 40

let estimator: ZxcvbnFactory | undefined

function loadEstimator(): ZxcvbnFactory {
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: WEAKNESS_WARNINGS },
  })
}

/**
 * Returns one sentence on why a password is easy to guess, or null when it is not. Considers common passwords,
 * patterns, and the words of its owner and of this product. Takes up to a second: the server calls it through
 * `judgePassword`, on a worker thread.
 */
export function passwordWeakness(password: string, ownWords: readonly string[]): string | null {
  estimator ??= loadEstimator()
  const { score, feedback } = estimator.check(password.slice(0, JUDGED_LENGTH), ['latchkey', ...ownWords])
  if (score >= SCORE_MIN) return null
  return tooWeak(feedback.warning ?? '')
}
