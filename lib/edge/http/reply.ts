/** What a route answers beside the body: its own headers. */
export class Reply<T> {
  readonly replyKind = 'whole'

  constructor(
    readonly body: T,
    readonly headers: Readonly<Record<string, string>>,
    readonly cookies: readonly string[] = [],
  ) {}
}
