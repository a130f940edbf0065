/** Returns a complete request that an attacker tries to smuggle behind another one. */
export const secondRequest = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`

/** The length of the second request, which is the same for both paths. */
const SECOND_LENGTH = secondRequest('/api/health/live').length
export const POST_HEAD = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

/** Requests whose end a proxy in front might see elsewhere than the server does. */
export const ambiguousRequests: readonly [name: string, bytes: string][] = [
  ['a length and chunks', `${POST_HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['chunks and a length', `${POST_HEAD}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
  ['two lengths', `${POST_HEAD}Content-Length: 0\r\nContent-Length: ${SECOND_LENGTH}\r\n\r\n`],
  ['two equal lengths', `${POST_HEAD}Content-Length: 0\r\nContent-Length: 0\r\n\r\n`],
  ['a list of lengths', `${POST_HEAD}Content-Length: 0, ${SECOND_LENGTH}\r\n\r\n`],
  ['a negative length', `${POST_HEAD}Content-Length: -1\r\n\r\n`],
  ['a length with a sign', `${POST_HEAD}Content-Length: +2\r\n\r\n{}`],
  ['a hexadecimal length', `${POST_HEAD}Content-Length: 0x2\r\n\r\n{}`],
  ['a space before the colon', `${POST_HEAD}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
  ['a space before the name', `${POST_HEAD} Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['an unknown encoding', `${POST_HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['chunks that are not the last encoding', `${POST_HEAD}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
  ['two encodings', `${POST_HEAD}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`],
  ['an encoding with a vertical tab', `${POST_HEAD}Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n`],
  ['line feeds alone', 'GET /api/health/live HTTP/1.1\nHost: localhost\n\n'],
  ['carriage returns alone', 'GET /api/health/live HTTP/1.1\rHost: localhost\r\r'],
  [
    'a header that is folded',
    'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n Content-Length: 99\r\n\r\n',
  ],
  ['a chunk that ends in a line feed', `${POST_HEAD}Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n`],
  ['a chunk of a negative size', `${POST_HEAD}Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n`],
  ['a chunk of an immense size', `${POST_HEAD}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n`],
  ['a chunk longer than it says', `${POST_HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`],
  [
    'endless extensions of a chunk',
    `${POST_HEAD}Transfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(70_000)}\r\n{}\r\n0\r\n\r\n`,
  ],
  ['no host', 'GET /api/health/live HTTP/1.1\r\n\r\n'],
  ['a name with a NUL', 'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nX-\0A: 1\r\n\r\n'],
  ['a target with a NUL', 'GET /api\0/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'],
]
