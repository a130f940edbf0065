import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { openConnection } from '@/test/support/servers/raw-connection'
import { PASSWORD, remoteApi, type Person, type RemoteApi } from '@/test/support/servers/remote-api'
import { watchMemory } from '@/test/support/servers/resident-memory'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

let server: ServerProcess
let api: RemoteApi
let ada: Person

beforeAll(async () => {
  server = await startServer()
  api = remoteApi(server.origin)
  ada = await api.newPerson('ada')
})
afterAll(() => server.stop('SIGINT'))

const json = { 'content-type': 'application/json' }
const register = '/api/v1/auth/register'
const login = '/api/v1/auth/login'
const LIMIT = 2 ** 16

const MEGABYTE = Buffer.alloc(2 ** 20, 'x')

/** Returns a stream of 50 MB that produces data as fast as it is read. */
function fiftyMegabytes(): Readable {
  return Readable.from(Array.from({ length: 50 }, () => MEGABYTE))
}

/** Yields `text`, and `ms` later more whitespace than a body may have. */
async function* inParts(text: string, ms: number) {
  yield Buffer.from(text)
  await sleep(ms)
  yield Buffer.alloc(LIMIT, ' ')
}

const CHUNKED = `POST ${login} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n`

const headOf = (length: number) =>
  `POST ${login} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

describe('a body over 64 KiB', () => {
  it.each([
    ['announced', { 'content-length': 50 * 2 ** 20 }],
    ['streamed', {}],
  ])('is rejected before it is read: 20 times 50 MB, %s, take less than 50 MB of memory', async (_name, headers) => {
    const growth = watchMemory(server.pid)
    const send = (path: string) =>
      api.send({ method: 'POST', path, headers: { ...json, ...headers }, body: fiftyMegabytes() })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send(index % 2 === 0 ? login : register)),
    )
    expect(await growth.end()).toBeLessThan(50)
    for (const answer of answers) {
      expect(answer.status).toBe(413)
      expect(answer.json()).toMatchObject({ code: 'body_too_large' })
      expectHardened(answer)
    }
  })

  it('is rejected by its Content-Length alone', async () => {
    const connection = await openConnection(server.origin)
    connection.write(headOf(LIMIT + 1))
    expect(await connection.until(/body_too_large/)).toMatch(/^HTTP\/1\.1 413/)
    connection.destroy()
  })

  it.each([0, 300])('has no effect even if its first part is complete and the rest comes %i ms later', async (ms) => {
    const name = `mallory-${ms}`
    const account = { username: name, email: `${name}@example.com`, password: PASSWORD, confirm_password: PASSWORD }
    const body = Readable.from(inParts(JSON.stringify(account), ms))
    expect((await api.send({ method: 'POST', path: register, headers: json, body })).status).toBe(413)
    // Passwords are hashed in order. When this one is hashed, an earlier one would be too.
    expect((await api.register(`after-${ms}`)).status).toBe(201)
    expect((await api.signIn('login', name)).status).toBe(401)
  })

  it('is read for a moment only, and then the server closes the connection', async () => {
    const connection = await openConnection(server.origin)
    connection.write(headOf(LIMIT + 1))
    // Expects a single answer. A request that is merely too slow would get a 408 as well.
    expect((await connection.untilClosed()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413'])
  })

  it.each([
    ['announced', `${headOf(LIMIT + 1)}${'x'.repeat(LIMIT + 1)}`],
    ['streamed', `${CHUNKED}10001\r\n${'x'.repeat(LIMIT + 1)}\r\n0\r\n\r\n`],
  ])('leaves the connection usable if it was sent completely: %s', async (_name, tooLarge) => {
    const connection = await openConnection(server.origin)
    connection.write(tooLarge)
    await connection.until(/body_too_large/)
    connection.write(`${headOf(2)}{`)
    // The server closes this later, unfinished connection when it stops reading it, so the first one has outlived that.
    const unfinished = await openConnection(server.origin)
    unfinished.write(headOf(LIMIT + 1))
    await unfinished.untilClosed()
    connection.write('}')
    expect(await connection.until(/invalid_input/)).toContain('HTTP/1.1 400')
    connection.destroy()
  })
})

it('a body of exactly 64 KiB is accepted', async () => {
  const body = JSON.stringify({ username: 'a'.repeat(LIMIT - 15) })
  expect(body).toHaveLength(LIMIT)
  const answer = await api.send({ method: 'POST', path: login, headers: json, body })
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_input' })
})

it('verification ignores the body, however long it is', async () => {
  const growth = watchMemory(server.pid)
  const headers = { authorization: `Token ${ada.deviceKey}` }
  const answer = await api.send({ method: 'POST', path: '/api/v1/auth/verify', headers, body: fiftyMegabytes() })
  expect(answer.status).toBe(200)
  expect(await growth.end()).toBeLessThan(50)
})
