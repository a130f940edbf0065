import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeRaw } from '@/test/support/servers/raw-connection'
import { remoteApi, type Person } from '@/test/support/servers/remote-api'
import { sqliteRows } from '@/test/support/servers/scratch-place'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

// By default Node.js drops header lines after the first 2000.
const FILLER = 'a:\r\n'.repeat(2005)
const CLOSE = 'Connection: close\r\n'

let server: ServerProcess
let ada: Person

beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  ada = await remoteApi(server.origin).newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const send = (line: string, headers: string, body = '') =>
  exchangeRaw(server.origin, `${line} HTTP/1.1\r\n${CLOSE}${headers}\r\n${body}`)
const statusOf = (answer: string) => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]

describe('a header line after 2000 others', () => {
  it.each(['/api/v1/auth/verify', '/api/v1/auth/user'])('counts as a second Authorization at %s', async (path) => {
    const right = `Authorization: Bearer ${ada.deviceKey}\r\n`
    const request = (second: string) => send(`GET ${path}`, `Host: localhost\r\n${right}${FILLER}${second}`)
    expect(statusOf(await request(''))).toBe('200')
    expect(statusOf(await request('Authorization: Bearer lkp_x\r\n'))).toBe('401')
  })

  it.each(['/api/v1/auth/user', '/api/health/live', '/login'])('counts as a second Host at %s', async (path) => {
    const answer = await send(`GET ${path}`, `Host: localhost\r\n${FILLER}Host: evil.example\r\n`)
    expect(statusOf(answer)).toBe('400')
  })

  it('counts as the last hop of X-Forwarded-For', async () => {
    const body = JSON.stringify({ username: 'ada', password: 'correct horse battery staple' })
    const type = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`
    const hops = `X-Forwarded-For: 198.51.100.1\r\n${FILLER}X-Forwarded-For: 203.0.113.9\r\n`
    const answer = await send('POST /api/v1/auth/login', `Host: localhost\r\n${hops}${type}`, body)
    expect(statusOf(answer)).toBe('200')
    const [id] = /[0-9a-f-]{36}(?=","kind")/.exec(answer) ?? []
    const [token] = sqliteRows(server.dataDir, `SELECT created_address AS address FROM token WHERE id = '${id}'`)
    expect(token?.['address']).toBe('203.0.113.9')
  })
})

describe('large headers', () => {
  const withCookies = (bytes: number, path: string) =>
    send(
      `GET ${path}`,
      `Host: localhost\r\nAuthorization: Bearer ${ada.deviceKey}\r\nCookie: a=${'x'.repeat(bytes)}\r\n`,
    )

  it('of an application pass verification', async () => {
    expect(statusOf(await withCookies(60_000, '/api/v1/auth/verify'))).toBe('200')
  })

  it.each(['/api/v1/auth/introspect', '/api/health/live', '/api/v1/auth/user', '/login'])(
    'of more than 16 KiB are rejected at %s',
    async (path) => {
      expect(statusOf(await withCookies(15_000, path))).not.toBe('431')
      const answer = await withCookies(17_000, path)
      expect(statusOf(answer)).toBe('431')
      expect(answer).toContain('"code":"headers_too_large"')
    },
  )

  it('of more than 64 KiB are rejected everywhere', async () => {
    expect(statusOf(await withCookies(70_000, '/api/v1/auth/verify'))).toBe('431')
  })
})
