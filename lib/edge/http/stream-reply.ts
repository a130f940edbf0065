/** An answer that is sent piece by piece, as fast as whoever reads it takes it. */
export class StreamReply {
  readonly replyKind = 'stream'

  constructor(
    readonly contentType: string,
    readonly pieces: AsyncIterable<string>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The pieces as bytes. The next one is made when somebody reads, and none after whoever reads has gone. */
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
