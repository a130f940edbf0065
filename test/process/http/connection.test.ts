import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, inject, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { exchangeRaw, openConnection, parseAnswer, type RawConnection } from '@/test/support/servers/raw-connection'
import { remoteApi } from '@/test/support/servers/remote-api'

const { origin } = inject('plainServer')

const raw = (...lines: string[]) => exchangeRaw(origin, `${lines.join('\r\n')}\r\n\r\n`)

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

  it('makes the server contact no other host', async () => {
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

describe('connections that never send a complete request', () => {
  const drop = (connections: RawConnection[]) => Promise.all(connections.map(({ untilClosed }) => untilClosed()))
  const openMany = (count: number) => Promise.all(Array.from({ length: count }, () => openConnection(origin)))

  it('are closed, incomplete headers before incomplete bodies, and delay no other request', async () => {
    const heads = await openMany(300)
    const bodies = await openMany(100)
    const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
    for (const { write } of bodies) write(`${head}Content-Length: 60000\r\n\r\n{`)
    for (const { write } of heads) write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const drip = setInterval(() => bodies.map(({ write }) => write(' ')), 2000)
    const ended = [drop(heads), drop(bodies)] as const

    const api = remoteApi(origin)
    let rounds = 0
    do {
      expect((await api.get('/api/health/live')).status).toBe(200)
      expect((await api.get('/api/v1/auth/verify')).status).toBe(401)
      rounds += 1
    } while (rounds < 20 && heads.every(({ isClosed }) => !isClosed()))
    expect(rounds).toBeGreaterThan(1)

    for (const answer of await ended[0]) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expectHardened(parseAnswer(answer))
    }
    expect(bodies.filter(({ isClosed }) => isClosed())).toEqual([])
    for (const answer of await ended[1]) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(drip)
    expect((await api.get('/api/health/live')).status).toBe(200)
  })
})
