import { describe, expect, inject, it } from 'vitest'
import { ambiguousRequests, POST_HEAD, secondRequest } from '@/test/support/requests/ambiguous-requests'
import { exchangeRaw, openConnection } from '@/test/support/servers/raw-connection'

const { origin } = inject('plainServer')

const SECOND = secondRequest('/api/health/live')

describe('a request whose end is ambiguous is rejected, and what follows it is not answered', () => {
  it.each(ambiguousRequests)('%s', async (_name, bytes) => {
    const answer = await exchangeRaw(origin, bytes + SECOND)
    const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeOneOf([400, 413, 431])
    expect(answer).not.toContain('{"status":"live"}')
  })

  it.each([
    ['with its headers', (head: string, broken: string) => [head + broken]],
    ['after them', (head: string, broken: string) => [head, broken]],
  ])('verification gives one answer, its own, to a request with broken chunks sent %s', async (_, parts) => {
    const head = 'POST /api/v1/auth/verify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n'
    const connection = await openConnection(origin)
    const [first = '', second] = parts(head, 'not a size\r\n')
    connection.write(first)
    if (second !== undefined) {
      await connection.until(/"code":"token_missing"/)
      connection.write(second + SECOND)
    }
    const answer = await connection.untilClosed()
    expect([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['401'])
    connection.destroy()
  })

  it('two complete requests on one connection are answered in order', async () => {
    const answer = await exchangeRaw(origin, `${POST_HEAD}Content-Length: 2\r\n\r\n{}${SECOND}`)
    expect(answer).toMatch(/^HTTP\/1\.1 400[^]+HTTP\/1\.1 200[^]+\{"status":"live"\}/)
  })

  it('a request that names two hosts is rejected', async () => {
    const hosts = 'Host: localhost\r\nHost: evil.example\r\n'
    expect(await exchangeRaw(origin, `GET /api/health/live HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400/,
    )
  })

  it('headers of more than 16 kB are rejected', async () => {
    const cookies = `Connection: close\r\nCookie: ${'a'.repeat(20_000)}`
    expect(await exchangeRaw(origin, `GET / HTTP/1.1\r\nHost: localhost\r\n${cookies}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    )
  })
})
