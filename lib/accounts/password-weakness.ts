import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import { singleton } from '@/lib/singleton'

/** zxcvbn's scores go from 0 to 4; from 2 on a password outlasts a million guesses. */
const SCORE_MIN = 2
// A longer text takes the estimator up to a second, in which nobody else is served; what is
// good for so many characters does not get worse by more.
const JUDGED_LENGTH = 40

const estimator = () =>
  singleton(
    'password-estimator',
    () =>
      new ZxcvbnFactory({
        dictionary: { ...common.dictionary, ...english.dictionary },
        graphs: common.adjacencyGraphs,
        translations: english.translations,
      }),
  )

/**
 * Why a password is easily guessed, in a sentence; null when it is not. Common passwords
 * count, patterns, and the words of its owner and of this product.
 */
export function passwordWeakness(password: string, ownWords: readonly string[]): string | null {
  const { score, feedback } = estimator().check(password.slice(0, JUDGED_LENGTH), ['latchkey', ...ownWords])
  if (score >= SCORE_MIN) return null
  return `Is too easily guessed. ${feedback.warning || 'Take a few words that do not belong together.'}`
}
