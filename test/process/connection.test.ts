import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeRaw, openConnection } from '@/test/support/raw-connection'
import { remoteApi } from '@/test/support/remote-api'
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

describe('connections that say nothing whole', { concurrent: true, timeout: 60_000 }, () => {
  it('are ended within seconds when the heads of their requests do not come to an end, and hold up nobody', async () => {
    const connections = await Promise.all(Array.from({ length: 300 }, () => openConnection(server.origin)))
    const started = performance.now()
    for (const connection of connections) connection.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const ended = Promise.all(connections.map(({ untilClosed }) => untilClosed()))
    const api = remoteApi(server.origin)
    for (let round = 0; round < 20; round += 1) {
      expect((await api.get('/api/health/live')).status).toBe(200)
      expect((await api.get('/api/v1/auth/verify')).status).toBe(401)
    }
    expect(connections.filter(({ isClosed }) => isClosed())).toEqual([])
    for (const answer of await ended) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - started).toBeLessThan(17_000)
  })

  it('are ended after half a minute when the bodies of their requests do not come to an end', async () => {
    const connections = await Promise.all(Array.from({ length: 100 }, () => openConnection(server.origin)))
    const started = performance.now()
    const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
    const drip = setInterval(() => connections.map(({ write }) => write(' ')), 2000)
    for (const { write } of connections) write(`${head}Content-Length: 60000\r\n\r\n{`)
    const answers = await Promise.all(connections.map(({ untilClosed }) => untilClosed(45_000)))
    clearInterval(drip)
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - started).toBeLessThan(40_000)
    expect((await remoteApi(server.origin).get('/api/health/live')).status).toBe(200)
  })
})
