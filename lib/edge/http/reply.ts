/** A body together with the headers and cookies that a route adds to its response. */
export class Reply<T> {
  readonly replyKind = 'whole'

  constructor(
    readonly body: T,
    readonly headers: Readonly<Record<string, string>>,
    readonly cookies: readonly string[] = [],
  ) {}
}
