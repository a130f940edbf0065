/** What a command is given by name: `--name value`. */
export type Options = Readonly<Record<string, string | undefined>>

/** What else a command is given. */
export interface Surroundings {
  /** What stands after the name, for a command that takes something there. */
  argument: string
  /** What stands after that, for a command that takes several. */
  others: readonly string[]
  /** Which of its switches were given. */
  flags: ReadonlySet<string>
  /** Whether JSON was asked for. */
  isJson: boolean
  /** Tells whoever waits how far it is. */
  tell: (progress: string) => void
  /** All that stands in standard input. */
  standardInput: () => Promise<string>
}

/** What a command did. */
export interface Outcome {
  /** For people, a line each. */
  lines: readonly string[]
  /** What is too long to be held: written as it comes, instead of anything else. */
  stream?: AsyncIterable<string>
  /** For programs: what `--json` prints. */
  data: unknown
  /** It did what it is for, and what it found is not good: the exit code says so. */
  isBad?: boolean
}

/** One thing that the command line can do. */
export interface Command {
  /** A word, or two: what it is about, and what it does. */
  name: string
  /** Another name that it answers to. */
  otherName?: string
  /** What it does, in a line. */
  summary: string
  /** What must stand after the name; `isRepeated`: any number of them. */
  argument?: { name: string; meaning: string; isRepeated?: true }
  /** The names of its options, each with what it stands for. */
  options: Readonly<Record<string, string>>
  /** The names of its switches, which take no value. */
  flags?: Readonly<Record<string, string>>
  /** More to know, in lines. */
  notes: readonly string[]
  /** What can be typed after `npm run latchkey --`. */
  examples: readonly string[]
  /** `any`: works without a database, or on one of any version. `made`: makes one where there is none yet. */
  database?: 'any' | 'made'
  run(options: Options, surroundings: Surroundings): Promise<Outcome>
}

/** The command was not written as it must be; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
