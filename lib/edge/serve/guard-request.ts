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
 * Returns why a request must not reach Next.js, or null if it may:
 * - Its target is very long or not a plain path. Next.js would redirect the absolute form to its host.
 * - Its headers are too large, or do not name exactly one host. HTTP/1.0 may name none.
 * - Nothing here answers its method. Next.js renders a page for POST, and fails on TRACE.
 * - It would hash a password while the queue for that is full. Next.js takes milliseconds to find that out, and in a
 *   flood of sign-ins verifications would wait for it.
 */
export function refusalOf(request: IncomingMessage): AppError | null {
  const target = request.url ?? ''
  if (target.length > TARGET_LENGTH_MAX || hasLargeHeaders(request)) return new AppError('headers_too_large')
  if (!target.startsWith('/') || target.includes('\\') || !isDecodable(pathOf(request))) {
    return new AppError('bad_request_target')
  }
  // Proxies disagree about which of two hosts counts (RFC 9112 section 3.2).
  if (lacksHost(request) || countOf(request, 'host') > 1) return new AppError('malformed_request')
  // The hot reloading of the development server has its own POST endpoints.
  const allowed = target.startsWith('/api/') || isDevelopment() ? API_METHODS : PAGE_METHODS
  if (!allowed.includes(request.method ?? '')) {
    return new AppError('method_not_allowed', { headers: { allow: allowed.join(', ') } })
  }
  return HASHING.has(`${request.method} ${pathOf(request)}`) ? hashingRefusal() : null
}

/** Tells whether the target and the header lines together reach 16 KiB. */
export function hasLargeHeaders({ url = '', rawHeaders }: IncomingMessage): boolean {
  // Each line adds a colon, a space and a line break to its name and value.
  let bytes = url.length + rawHeaders.length * 2
  for (const text of rawHeaders) bytes += text.length
  return bytes >= HEADER_BYTES_MAX
}

/**
 * Tells whether the `Host` header that HTTP/1.1 requires is missing. Node.js itself would answer without our headers.
 */
export function lacksHost({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion !== '1.0'
}

/** Counts how often a header came. Node.js keeps only the first of some headers. */
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

/** Returns the path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  const target = request.url ?? ''
  const query = target.indexOf('?')
  return query === -1 ? target : target.slice(0, query)
}
