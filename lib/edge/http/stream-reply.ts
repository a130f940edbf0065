/** A response that is sent piece by piece, as fast as its client reads it. */
export class StreamReply {
  readonly replyKind = 'stream'

  constructor(
    readonly contentType: string,
    readonly pieces: AsyncIterable<string>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /**
   * Returns the pieces as bytes. Produces the next piece only when the client reads, and none once the client is gone.
   */
  body(): ReadableStream<Uint8Array> {
    const iterator = this.pieces[Symbol.asyncIterator]()
    const encoder = new TextEncoder()
    const source = {
      async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
        const next = await iterator.next()
        if (next.done === true) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await iterator.return?.()
      },
    }
    return new ReadableStream(source, { highWaterMark: 0 })
  }
}
