import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeRaw, openConnection } from '@/test/support/raw-connection'
import { startServer, type ServerProcess } from '@/test/support/server-process'

let server: ServerProcess

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop('SIGINT'))

const raw = (...lines: string[]) => exchangeRaw(server.origin, `${lines.join('\r\n')}\r\n\r\n`)

describe('a request to change the protocol', () => {
  const upgrade = [
    'Connection: Upgrade, close',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]

  it.each(['/', '/_next/webpack-hmr', '/api/health/live', '/api/v1/auth/verify'])(
    'to %s is answered like any other',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1`, 'Host: localhost', ...upgrade)
      expect(answer).toMatch(/^HTTP\/1\.1 (200|307|401|404) /)
    },
  )

  it('makes the server call nobody', async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await once(listener, 'listening')
    let calls = 0
    listener.on('connection', () => (calls += 1))
    const { port } = listener.address() as AddressInfo
    for (const target of [`http://127.0.0.1:${port}/`, '/login', `//127.0.0.1:${port}/`]) {
      await raw(`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...upgrade)
      await raw(`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close')
    }
    listener.close()
    expect(calls).toBe(0)
  })

  it('to HTTP/2 is answered like any other', async () => {
    const settings = ['Connection: Upgrade, HTTP2-Settings, close', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']
    expect(await raw('GET / HTTP/1.1', 'Host: localhost', ...settings)).toMatch(/^HTTP\/1\.1 (200|307) /)
  })
})

describe('a connection that says nothing whole', () => {
  it('is ended within seconds when the head of its request does not come to an end', async () => {
    const connection = await openConnection(server.origin)
    connection.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const started = performance.now()
    await connection.untilClosed()
    expect(performance.now() - started).toBeLessThan(17_000)
  })
})
