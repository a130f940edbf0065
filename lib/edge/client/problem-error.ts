/** An error response of the API, as a browser receives it. `status` is 0 if the server sent no response. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly { pointer: string; detail: string }[] = [],
    /** The extension members of the problem document. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}
