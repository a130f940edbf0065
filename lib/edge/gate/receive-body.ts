import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/base/errors/app-error'
import { drain } from '@/lib/edge/http/body-limit'
import { BODY_BYTES_MAX } from '@/lib/edge/http/read-body'

/** Reads the whole body of a request. @throws AppError body_too_large; malformed_body if it ends early */
export async function receiveBody(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => {
      reject(new AppError('body_too_large'))
      drain(request)
    }
    if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX) return tooLarge()
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      const before = length
      length += chunk.length
      // Bytes beyond the limit are not kept.
      if (length <= BODY_BYTES_MAX) chunks.push(chunk)
      else if (before <= BODY_BYTES_MAX) tooLarge()
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', (cause) =>
      reject(new AppError('malformed_body', { detail: 'The request body ended before it was complete', cause })),
    )
  })
}
