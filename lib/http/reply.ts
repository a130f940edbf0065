/** What a route answers beside the body: its own headers. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly headers: Readonly<Record<string, string>>,
    readonly cookies: readonly string[] = [],
  ) {}
}
