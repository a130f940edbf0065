/** The options that a command is given by name, as `--name value`. */
export type Options = Readonly<Record<string, string | undefined>>

/** Everything else that a command is given. */
export interface Surroundings {
  /** The argument after the name, for a command that takes one. */
  argument: string
  /** The arguments after that, for a command that takes several. */
  others: readonly string[]
  /** The switches that were given. */
  flags: ReadonlySet<string>
  /** Whether JSON output was requested. */
  isJson: boolean
  /** Reports progress to the person who waits. */
  tell: (progress: string) => void
  /** Reads all of standard input. */
  standardInput: () => Promise<string>
}

/** The outcome of a command. */
export interface Outcome {
  /** The output for people, one entry per line. */
  lines: readonly string[]
  /** Output that is too long to hold in memory. It is written as it arrives, instead of anything else. */
  stream?: AsyncIterable<string>
  /** The output for programs, which `--json` prints. */
  data: unknown
  /** The command worked, but what it found is bad. The exit code says so. */
  isBad?: boolean
}

/** A command of the command line. */
export interface Command {
  /** One word, or two: the subject and the action. A command on a server may have the name of an operator’s command. */
  name: string
  /** Another name for the same command. */
  otherName?: string
  /** What the command does, in one line. */
  summary: string
  /** The required argument after the name. With `isRepeated`, there may be any number of them. */
  argument?: { name: string; meaning: string; isRepeated?: true }
  /** The names of the options, each with its meaning. */
  options: Readonly<Record<string, string>>
  /** The names of the switches, which take no value, each with its meaning. */
  flags?: Readonly<Record<string, string>>
  /** More help, one entry per line. */
  notes: readonly string[]
  /** What a person can type after `npm run latchkey --`. */
  examples: readonly string[]
  /**
   * `none` talks to a server over HTTP, as the person who signed in to it. Every other command works on the database of
   * the server, as its operator: `any` also without one, or with one of any version; `made` creates one if there is none
   * yet; and unless this is set, the command requires a database of this version.
   */
  database?: 'none' | 'any' | 'made'
  run(options: Options, surroundings: Surroundings): Promise<Outcome>
}

/** The command line is malformed; the message says how to write it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
