import { describe, expect, it } from 'vitest'
import { expectHardened } from '@/test/support/requests/expect-hardened'
import { openConnection, type RawConnection } from '@/test/support/servers/raw-connection'
import { PASSWORD, remoteApi } from '@/test/support/servers/remote-api'
import type { ServerProcess } from '@/test/support/servers/server-process'
import { startForTest } from '@/test/support/servers/start-for-test'

const BODY = JSON.stringify({ username: 'ada', password: PASSWORD })

/** Starts a sign-in whose second half of the body is not sent yet. */
async function halfSent({ origin }: ServerProcess): Promise<RawConnection> {
  const connection = await openConnection(origin)
  const length = Buffer.byteLength(BODY)
  const head = `POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
  connection.write(head + BODY.slice(0, 10))
  return connection
}

/** Opens a connection that has received one answer and stays open. */
async function keptAlive({ origin }: ServerProcess): Promise<RawConnection> {
  const connection = await openConnection(origin)
  connection.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await connection.until(/"live"/)
  return connection
}

describe('on SIGTERM', () => {
  it('reports not ready, finishes pending requests, and exits with 0; SIGINT skips the wait', async () => {
    const [server, interrupted] = await Promise.all([startForTest(), startForTest()])
    const api = remoteApi(server.origin)
    const { deviceKey } = await api.newPerson('ada')
    const begun = await halfSent(server)
    const idle = await keptAlive(interrupted)
    const ended = server.stop('SIGTERM')
    const interruption = interrupted.stop('SIGINT')

    // The server must report this before it stops accepting connections. Otherwise the request would fail.
    let ready = await api.get('/api/health/ready')
    while (ready.status === 200) ready = await api.get('/api/health/ready')
    expect(ready.json()).toMatchObject({ status: 503, code: 'not_ready' })
    expect(ready.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expectHardened(ready)
    const served = [api.get('/api/health/live'), api.verify(deviceKey), api.signIn('login', 'ada')]
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200, 200])

    // The interrupted server has exited while this one still waits for its load balancer.
    expect(await interruption).toBe(0)
    await idle.untilClosed()
    expect((await api.get('/api/health/live')).status).toBe(200)

    await untilClosedToAll(server)
    begun.write(BODY.slice(10))
    expect(await begun.until(/"kind":"device"/)).toMatch(/^HTTP\/1\.1 200/)
    expect(await ended).toBe(0)
    expect(begun.isClosed()).toBe(true)
    expect(server.stdout()).toContain('"msg":"stopped"')
    expect(server.stderr()).toBe('')
  })

  it('silent, idle, and incomplete connections do not delay the stop', async () => {
    const server = await startForTest()
    await remoteApi(server.origin).newPerson('ada')
    const silent = await openConnection(server.origin)
    const idle = await keptAlive(server)
    const headless = await openConnection(server.origin)
    headless.write('GET / HTTP/1.1\r\nHost: loc')
    const hanging = await halfSent(server)
    // A server that is held up stops itself by force and exits with 1.
    expect(await server.stop('SIGINT')).toBe(0)
    for (const connection of [silent, idle, headless, hanging]) await connection.untilClosed()
  })
})

/** Waits until the server accepts no new connection. */
async function untilClosedToAll({ origin }: ServerProcess): Promise<void> {
  const isOpen = async () =>
    (await remoteApi(origin)
      .get('/api/health/live')
      .catch(() => null)) !== null
  await expect.poll(isOpen).toBe(false)
}
