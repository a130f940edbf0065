import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/** zxcvbn's scores go from 0 to 4; from 2 on a password outlasts a million guesses. */
const SCORE_MIN = 2
// A longer text takes the estimator many seconds. A password whose first 40 characters are good
// does not get worse by more.
const JUDGED_LENGTH = 40

let estimator: ZxcvbnFactory | undefined

function loadEstimator(): ZxcvbnFactory {
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}

/**
 * Why a password is easily guessed, in a sentence; null when it is not. Common passwords
 * count, patterns, and the words of its owner and of this product. Takes up to a second: the
 * server calls it through `judgePassword`, on a thread of its own.
 */
export function passwordWeakness(password: string, ownWords: readonly string[]): string | null {
  estimator ??= loadEstimator()
  const { score, feedback } = estimator.check(password.slice(0, JUDGED_LENGTH), ['latchkey', ...ownWords])
  if (score >= SCORE_MIN) return null
  return `Is too easily guessed. ${feedback.warning || 'Take a few words that do not belong together.'}`
}
