import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as requestByHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { outboundError } from '@/lib/base/outbound/outbound-error'
import { isPublicAddress } from '@/lib/base/outbound/public-address'
import { currentLimit } from '@/lib/base/outbound/time-limit'

/** How long one request may take, in milliseconds, if `withinTimeLimit` allows no less. */
const REQUEST_MS = 5000
const BODY_BYTES_MAX = 1_000_000
const HEADER_BYTES_MAX = 16_384

/** The headers of a response that OAuth clients need. */
const KEPT_HEADERS = ['content-type', 'date', 'retry-after', 'www-authenticate']

/** Where requests may go. */
export interface Guard {
  /** The origin that the operator configured. It may be internal, and may use plain HTTP if it is configured so. */
  ownOrigin: string
  /** The other origins that may be asked: over HTTPS, and only at public addresses. */
  otherOrigins: ReadonlySet<string>
}

/** The part of `fetch` that OAuth libraries use. */
export type GuardedFetch = (
  url: string,
  options?: { method?: string; headers?: HeadersInit; body?: unknown; signal?: AbortSignal | null | undefined },
) => Promise<Response>

/**
 * Requires that a URL may be asked, as far as the URL itself tells.
 * @throws OutboundError
 */
export function requireAllowedUrl({ ownOrigin, otherOrigins }: Guard, url: URL): void {
  if (url.username !== '' || url.password !== '') throw outboundError('The URL contains a user name or password')
  if (url.origin === ownOrigin) return
  if (!otherOrigins.has(url.origin)) throw outboundError(`${url.origin} is not an origin of this provider`)
  if (url.protocol !== 'https:') throw outboundError(`${url.origin} does not use https`)
  // Node.js looks up names only. The URL parser has already normalized forms such as 127.1 and 0x7f000001.
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw outboundError(`${host} is not a public address`)
}

/**
 * Returns a `fetch` that is safe to use with URLs that a stranger wrote: it asks only the allowed origins, follows no
 * redirect, accepts no compression, and limits the time and the size. It throws `OutboundError` for everything else.
 */
export function guardedFetch(guard: Guard): GuardedFetch {
  return async (text, { method = 'GET', headers, body, signal } = {}) => {
    const url = new URL(text)
    requireAllowedUrl(guard, url)
    const limit = AbortSignal.any([AbortSignal.timeout(REQUEST_MS), ...currentLimit(), ...(signal ? [signal] : [])])
    const options = {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), 'accept-encoding': 'identity' },
      signal: limit,
      agent: false,
      maxHeaderSize: HEADER_BYTES_MAX,
      ...(url.origin !== guard.ownOrigin && { lookup: lookUpPublic }),
    }
    try {
      const answer = await send(url, options, textOf(body))
      return new Response(await readBody(answer), { status: statusOf(answer), headers: keptHeaders(answer) })
    } catch (cause) {
      throw outboundError(limit.aborted ? `${url.origin} took too long` : `${url.origin} could not be asked`, cause)
    }
  }
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

const isForm = (body: unknown): body is URLSearchParams =>
  Object.prototype.toString.call(body) === '[object URLSearchParams]'

function textOf(body: unknown): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string' || isForm(body)) return body.toString()
  throw outboundError('Only text can be sent')
}

/** Checks the very address that the connection will use, so that a name cannot change its address in between. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses
    const inner = addresses.find(({ address }) => !isPublicAddress(address))
    if (error !== null) callback(error, '')
    else if (first === undefined || inner !== undefined) {
      callback(outboundError(`${hostname} has the address ${inner?.address ?? 'of nothing'}`), '')
    } else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/** Uses Node’s own client, which follows no redirect and decodes nothing by itself. */
function send(url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp
  const headers = { ...options.headers, ...(body !== '' && { 'content-length': Buffer.byteLength(body) }) }
  return new Promise((resolve, reject) => {
    request(url, { ...options, headers }, resolve)
      .on('error', reject)
      .end(body)
  })
}

const statusOf = ({ statusCode = 0 }: IncomingMessage) => statusCode

async function readBody(answer: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const status = statusOf(answer)
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  const chunks: Buffer[] = []
  let size = 0
  try {
    if (status < 200 || (status >= 300 && status < 400))
      throw outboundError(`Status ${status}: redirects are not followed`)
    if (encoding !== 'identity') throw outboundError('The response is compressed')
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > BODY_BYTES_MAX) throw outboundError(`The response has more than ${BODY_BYTES_MAX} bytes`)
      chunks.push(chunk)
    }
  } finally {
    answer.destroy()
  }
  return status === 204 || status === 205 ? null : Buffer.concat(chunks)
}

function keptHeaders({ headers }: IncomingMessage): Headers {
  const kept = new Headers()
  for (const name of KEPT_HEADERS) {
    const value = headers[name]
    if (typeof value === 'string') kept.set(name, value)
  }
  return kept
}
