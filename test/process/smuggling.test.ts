import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeRaw } from '@/test/support/raw-connection'
import { startServer, type ServerProcess } from '@/test/support/server-process'

let server: ServerProcess

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop('SIGINT'))

const SECOND = 'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
const POST = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

/** Requests of which a proxy in front could see another end than we do. */
const ambiguous: [name: string, bytes: string][] = [
  ['a length and chunks', `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['chunks and a length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
  ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: ${SECOND.length}\r\n\r\n`],
  ['two equal lengths', `${POST}Content-Length: 0\r\nContent-Length: 0\r\n\r\n`],
  ['a list of lengths', `${POST}Content-Length: 0, ${SECOND.length}\r\n\r\n`],
  ['a negative length', `${POST}Content-Length: -1\r\n\r\n`],
  ['a length with a sign', `${POST}Content-Length: +2\r\n\r\n{}`],
  ['a hexadecimal length', `${POST}Content-Length: 0x2\r\n\r\n{}`],
  ['a space before the colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
  ['a space before the name', `${POST} Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['an unknown encoding', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['chunks that are not the last encoding', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
  ['two encodings', `${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`],
  ['an encoding with a vertical tab', `${POST}Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n`],
  ['line feeds alone', 'GET /api/health/live HTTP/1.1\nHost: localhost\n\n'],
  ['carriage returns alone', 'GET /api/health/live HTTP/1.1\rHost: localhost\r\r'],
  [
    'a header that is folded',
    'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n Content-Length: 99\r\n\r\n',
  ],
  ['a chunk that ends in a line feed', `${POST}Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n`],
  ['a chunk of a negative size', `${POST}Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n`],
  ['a chunk of an immense size', `${POST}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n`],
  ['a chunk longer than it says', `${POST}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`],
  [
    'endless extensions of a chunk',
    `${POST}Transfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(70_000)}\r\n{}\r\n0\r\n\r\n`,
  ],
  ['no host', 'GET /api/health/live HTTP/1.1\r\n\r\n'],
  ['a name with a NUL', 'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nX-\0A: 1\r\n\r\n'],
  ['a target with a NUL', 'GET /api\0/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'],
]

describe('a request whose end is ambiguous is refused, and what follows it is not answered', () => {
  it.each(ambiguous)('%s', async (_name, bytes) => {
    const answer = await exchangeRaw(server.origin, bytes + SECOND)
    const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeOneOf([400, 413, 431])
    expect(answer).not.toContain('{"status":"live"}')
  })

  it('two whole requests on one connection are answered one by one', async () => {
    const answer = await exchangeRaw(server.origin, `${POST}Content-Length: 2\r\n\r\n{}${SECOND}`)
    expect(answer).toMatch(/^HTTP\/1\.1 400[^]+HTTP\/1\.1 200[^]+\{"status":"live"\}/)
  })

  it('a request that names two hosts is refused', async () => {
    const hosts = 'Host: localhost\r\nHost: evil.example\r\n'
    expect(
      await exchangeRaw(server.origin, `GET /api/health/live HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400/)
  })

  it('a head of more than 16 kB is refused', async () => {
    const cookies = `Cookie: ${'a'.repeat(20_000)}`
    expect(await exchangeRaw(server.origin, `GET / HTTP/1.1\r\nHost: localhost\r\n${cookies}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    )
  })
})
