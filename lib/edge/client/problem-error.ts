/** A refusal of the API, as a browser gets it. `status` is 0 when no answer came. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly { pointer: string; detail: string }[] = [],
    /** The further members of the problem document. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}
