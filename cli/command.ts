/** What a command is given by name: `--name value`. */
export type Options = Readonly<Record<string, string | undefined>>

/** One thing that the command line can do. */
export interface Command {
  name: string
  /** What it does, in a line. */
  summary: string
  /** The names of its options, each with what it stands for. */
  options: Readonly<Record<string, string>>
  /** More to know, in lines. */
  notes: readonly string[]
  /** Does it; what it says goes to standard output, a line each. */
  run(options: Options): Promise<readonly string[]>
}

/** The command was not written as it must be; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
