import type { IncomingMessage } from 'node:http'
import { contracts } from '@/lib/edge/contracts'
import { hashingRefusal } from '@/lib/base/passwords/password-hash'
import { isDevelopment } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const PAGE_METHODS = ['GET', 'HEAD']
const TARGET_LENGTH_MAX = 8192
const HEADER_BYTES_MAX = 16 * 1024

const HASHING: ReadonlySet<string> = new Set(
  contracts.filter(({ hashesPassword }) => hashesPassword).map(({ method, path }) => `${method} ${path}`),
)

/**
 * Why a request must not reach Next.js: a target that is no plain path (the absolute form
 * would make Next redirect to its host) or a very long one, or a method that nothing here answers (Next renders
 * a page for POST, and fails on TRACE), or one that would hash a password when too many wait for that: Next takes
 * some milliseconds to find that out, and in a flood of sign-ins verdicts would wait for them. Null when it may.
 */
export function refusalOf(request: IncomingMessage): AppError | null {
  const target = request.url ?? ''
  if (target.length > TARGET_LENGTH_MAX || hasLargeHeaders(request)) return new AppError('headers_too_large')
  if (!target.startsWith('/') || target.includes('\\') || !isDecodable(pathOf(request))) {
    return new AppError('bad_request_target')
  }
  // Which of two hosts counts is what proxies disagree about (RFC 9112 section 3.2).
  if (lacksHost(request) || countOf(request, 'host') > 1) return new AppError('malformed_request')
  // The reloading development server has POST endpoints of its own.
  const allowed = target.startsWith('/api/') || isDevelopment() ? API_METHODS : PAGE_METHODS
  if (!allowed.includes(request.method ?? '')) {
    return new AppError('method_not_allowed', { headers: { allow: allowed.join(', ') } })
  }
  return HASHING.has(`${request.method} ${pathOf(request)}`) ? hashingRefusal() : null
}

/** Whether the target and the header lines together reach 16 KiB. */
export function hasLargeHeaders({ url = '', rawHeaders }: IncomingMessage): boolean {
  // Each line has a colon, a blank and a line break beside its name and its value.
  let bytes = url.length + rawHeaders.length * 2
  for (const text of rawHeaders) bytes += text.length
  return bytes >= HEADER_BYTES_MAX
}

/** Whether the header that HTTP/1.1 demands is missing: Node.js alone would answer without our headers. */
export function lacksHost({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion !== '1.0'
}

/** How often a header came; Node keeps the first of some and drops the rest. */
export function countOf({ rawHeaders }: IncomingMessage, name: string): number {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const header = rawHeaders[index]
    if (header?.length === name.length && header.toLowerCase() === name) count += 1
  }
  return count
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** The path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  const target = request.url ?? ''
  const query = target.indexOf('?')
  return query === -1 ? target : target.slice(0, query)
}
