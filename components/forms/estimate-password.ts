/** How long a password would hold against guessing, as the server sees it too: 0 to 4. */
interface PasswordEstimate {
  score: 0 | 1 | 2 | 3 | 4
  /** What makes it weak, in a sentence; empty where nothing does. */
  warning: string
}

/** The work grows much faster than the text. What these are worth, the whole is worth too. */
const LENGTH_MAX = 40

type Estimator = (password: string, ownWords: readonly string[]) => PasswordEstimate

let estimator: Promise<Estimator> | undefined

/** The estimator with its lists of words, fetched once and only where somebody chooses a password. */
export function loadEstimator(): Promise<Estimator> {
  estimator ??= fetchEstimator().catch((error: unknown) => {
    estimator = undefined
    throw error
  })
  return estimator
}

async function fetchEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
  return (password, ownWords) => {
    const { score, feedback } = factory.check([...password].slice(0, LENGTH_MAX).join(''), ['latchkey', ...ownWords])
    return { score, warning: feedback.warning ?? '' }
  }
}
