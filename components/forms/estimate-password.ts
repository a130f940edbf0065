/** How well a password resists guessing, 0 to 4, estimated the same way as on the server. */
interface PasswordEstimate {
  score: 0 | 1 | 2 | 3 | 4
  /** Why the password is weak, in a sentence; empty when there is no specific reason. */
  warning: string
}

/** The work grows much faster than the text. A password is at least as strong as its first 40 characters. */
const LENGTH_MAX = 40

type Estimator = (password: string, ownWords: readonly string[]) => PasswordEstimate

let estimator: Promise<Estimator> | undefined

/** Loads the estimator and its dictionaries once, and only where a person chooses a password. */
export function loadEstimator(): Promise<Estimator> {
  estimator ??= fetchEstimator().catch((error: unknown) => {
    estimator = undefined
    throw error
  })
  return estimator
}

async function fetchEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english, { WEAKNESS_WARNINGS }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@/lib/base/schema/weakness-words'),
  ])
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: WEAKNESS_WARNINGS },
  })
  return (password, ownWords) => {
    const { score, feedback } = factory.check([...password].slice(0, LENGTH_MAX).join(''), ['latchkey', ...ownWords])
    return { score, warning: feedback.warning ?? '' }
  }
}
