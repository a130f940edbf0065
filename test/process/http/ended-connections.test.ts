import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'
import { waitUntil } from '@/test/support/wait-until'

const EACH = 20
/** How many descriptors the server may open for other reasons meanwhile. */
const OTHERS = 3
/** Together, these responses exceed what the kernel buffers for a connection. */
const LARGE_RESPONSES = 24

/** What a client sends before the server closes the connection, and the status it gets first. */
const ENDINGS: readonly [what: string, bytes: string, status: string][] = [
  ['nothing', '', '408'],
  ['a part of the headers', 'GET /login HTTP/1.1\r\nHost: loc', '408'],
  ['no HTTP', 'GARBAGE\r\n\r\n', '400'],
  ['too large headers', `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a'.repeat(70_000)}`, '431'],
  [
    'a part of a body that is too large',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n{',
    '413',
  ],
  ['a request that closes', 'GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', '200'],
]

let server: ServerProcess

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop('SIGINT'))

const descriptorsOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length

const untilClosed = (before: number) =>
  waitUntil(
    () => descriptorsOf(server.pid) <= before + OTHERS,
    () => `${before} descriptors instead of ${descriptorsOf(server.pid)}`,
  )

it(
  'keeps no descriptor of a connection that the server closed, even if the client never closes its side',
  { timeout: 180_000 },
  async () => {
    const { hostname, port } = new URL(server.origin)
    const before = descriptorsOf(server.pid)
    const clients = ENDINGS.flatMap(([what, bytes, status]) =>
      Array.from({ length: EACH }, () => ({ what, status, ...openHalf(hostname, Number(port), bytes) })),
    )
    await Promise.all(clients.map(({ socket }) => once(socket, 'connect')))
    await waitUntil(
      () => clients.every(({ received }) => received() !== ''),
      () => 'an answer on each connection',
    )
    for (const { what, status, received } of clients) {
      expect(received(), what).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    }
    await untilClosed(before)
    for (const { socket } of clients) socket.destroy()
  },
)

it('keeps no file open for pipelined requests after the client disconnects', { timeout: 180_000 }, async () => {
  const { hostname, port } = new URL(server.origin)
  const before = descriptorsOf(server.pid)
  const deaf = openHalf(hostname, Number(port), largeRequests())
  deaf.socket.pause()
  await waitUntil(
    () => descriptorsOf(server.pid) > before + 1,
    () => 'an open file',
  )
  // Gives the server time to read the requests behind the first one as well.
  await sleep(500)
  deaf.socket.destroy()
  await untilClosed(before)
})

/** Returns pipelined requests for the largest file that pages load. */
function largeRequests(): string {
  const folder = '.next/static/chunks'
  const [largest = ''] = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort((one, other) => statSync(`${folder}/${other}`).size - statSync(`${folder}/${one}`).size)
  return `GET /_next/static/chunks/${largest} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(LARGE_RESPONSES)
}

/** Opens a connection whose client keeps its side open, whatever the server does. */
function openHalf(host: string, port: number, bytes: string): { socket: Socket; received: () => string } {
  const socket = connect({ host, port, allowHalfOpen: true })
  let received = ''
  socket.on('error', () => undefined)
  socket.setEncoding('latin1').on('data', (text: string) => (received += text))
  socket.write(bytes)
  return { socket, received: () => received }
}
