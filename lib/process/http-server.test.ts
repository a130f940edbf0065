import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createHttpServer } from '@/lib/process/http-server'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function listen(answer: (response: ServerResponse) => void, requests: string): Promise<Socket> {
  server = createHttpServer((_, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(requests)
  return socket
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

it('disconnects a client that reads nothing of its response, but later than it sends a 408', async () => {
  const large = Buffer.alloc(32 * 2 ** 20)
  let closed: Promise<unknown> = Promise.resolve()
  const client = await listen((response) => {
    closed = once(response, 'close')
    response.end(large)
  }, '')
  expect(server.timeout).toBeGreaterThan(server.requestTimeout + 5000)
  server.timeout = 50
  const deaf = connect((server.address() as AddressInfo).port, '127.0.0.1')
  deaf.on('error', () => undefined).pause()
  deaf.write(REQUEST)
  await once(server, 'request')
  await closed
  client.destroy()
  deaf.destroy()
})

it('passes on pipelined requests one at a time and in order, however many there are', async () => {
  const many = 100
  let running = 0
  let most = 0
  let served = 0
  const client = await listen((response) => {
    running += 1
    most = Math.max(most, running)
    setImmediate(() => {
      running -= 1
      served += 1
      response.end(`<${served}>`)
    })
  }, REQUEST.repeat(many))
  let received = ''
  client.setEncoding('utf8').on('data', (text: string) => (received += text))
  while (!received.includes(`<${many}>`)) await once(client, 'data')
  expect([...received.matchAll(/<(\d+)>/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: many }, (_, index) => index + 1),
  )
  expect(most).toBe(1)
  client.destroy()
})
