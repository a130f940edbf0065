import { createServer, type RequestListener, type Server } from 'node:http'
import { answerClientErrors } from '@/lib/process/answer-client-errors'
import { oneAtATime } from '@/lib/process/one-at-a-time'

/**
 * The largest header block that Node.js reads, in bytes: twice what nginx accepts from a browser by default. Only
 * `verify` accepts that much, because a proxy may forward all the cookies of its application. Every other path
 * answers 431 from 16 KiB on (`refusalOf`).
 */
const HEADER_BYTES_READ_MAX = 64 * 1024

/** Times are in milliseconds. A request must arrive in full within 30 s, its headers within 10 s. */
const LIMITS = {
  maxHeaderSize: HEADER_BYTES_READ_MAX,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
  // The listener itself answers a request without a Host, with our headers.
  requireHostHeader: false,
}
/**
 * A client that reads nothing of its response loses its connection after one or two of these periods, and so later
 * than a 408 is sent.
 */
const SILENCE_MS = 40_000

/** Creates the HTTP server of the process with all its limits. It does not listen yet. */
export function createHttpServer(answer: RequestListener): Server {
  const listener = oneAtATime(answer)
  const server = createServer(LIMITS, listener)
  // By default Node.js silently drops every header line after the first 2000, and with them a second
  // `Authorization` or `Host`. The size of the block bounds their number anyway.
  server.maxHeadersCount = 0
  server.timeout = SILENCE_MS
  // Answers a request with `Expect` like one without it. Node.js alone would answer 417 without our headers.
  server.on('checkExpectation', listener)
  answerClientErrors(server)
  return server
}
