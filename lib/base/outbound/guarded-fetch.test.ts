import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { guardedFetch } from '@/lib/base/outbound/guarded-fetch'
import { isOutboundError } from '@/lib/base/outbound/outbound-error'
import { withinTimeLimit } from '@/lib/base/outbound/time-limit'
import { PATIENCE_MS, waitUntil } from '@/test/support/wait-until'

const SHORT_MS = 50

/** Starts a server on this machine and returns its origin and the paths that it was asked for. */
async function serverOn(answer: RequestListener) {
  const asked: string[] = []
  let open = 0
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    open += 1
    response.once('close', () => (open -= 1))
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, openCount: () => open }
}

const fetchFrom = (ownOrigin: string, ...others: string[]) => guardedFetch({ ownOrigin, otherOrigins: new Set(others) })

async function errorOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('It was allowed'),
    (reason: unknown) => reason,
  )
  expect(isOutboundError(error)).toBe(true)
  return (error as Error).message
}

describe('guardedFetch', () => {
  it('returns the status, the body and few headers, and asks for no compression', async () => {
    const { origin } = await serverOn((request, response) => {
      response.writeHead(404, { 'content-type': 'application/json', 'set-cookie': 'a=b', 'x-other': '1' })
      response.end(JSON.stringify({ method: request.method, encoding: request.headers['accept-encoding'] }))
    })
    const body = new URLSearchParams({ a: 'b' })
    const answer = await fetchFrom(origin)(`${origin}/a`, { method: 'POST', body })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ method: 'POST', encoding: 'identity' })
    expect([...answer.headers.keys()]).toEqual(expect.arrayContaining(['content-type']))
    expect(answer.headers.has('set-cookie') || answer.headers.has('x-other')).toBe(false)
  })

  it.each([
    'http://127.0.0.1:1/',
    'https://example.org/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'http://id.example.com/',
    'https://user:secret@id.example.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('sends nothing to %s', async (url) => {
    const others = ['https://169.254.169.254', 'https://127.0.0.1', 'https://[::1]', 'https://[::ffff:7f00:1]']
    const message = await errorOf(fetchFrom('https://id.example.com', 'https://10.0.0.1', ...others)(url))
    expect(message).toMatch(/is not an origin|is not a public address|does not use https|user name/)
  })

  it('connects to no internal address that a name resolves to, unless the operator configured it', async () => {
    const { origin, asked } = await serverOn((_, response) => response.end('{}'))
    const { port } = new URL(origin)
    const ask = fetchFrom('https://id.example.com', `https://localhost:${port}`)
    expect(await errorOf(ask(`https://localhost:${port}/`))).toContain('localhost has the address')
    expect(asked).toEqual([])
    await fetchFrom(origin)(origin)
    expect(asked).toEqual(['/'])
  })

  it.each([301, 302, 303, 307, 308, 304])('follows no redirect with status %i', async (status) => {
    const { origin, asked } = await serverOn((_, response) => {
      response.writeHead(status, { location: '/next' })
      response.end()
    })
    expect(await errorOf(fetchFrom(origin)(`${origin}/first`))).toContain('redirects are not followed')
    expect(asked).toEqual(['/first'])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('accepts no %s, which could unpack to any size', async (encoding, compress) => {
    const { origin } = await serverOn((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(compress('{}'))
    })
    expect(await errorOf(fetchFrom(origin)(origin))).toContain('compressed')
  })

  it('stops reading after 1 MB', async () => {
    const chunk = Buffer.alloc(65_536, 'a')
    let sent = 0
    const { origin, openCount } = await serverOn((_, response) => {
      const go = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
        response.once('drain', go)
      }
      go()
    })
    expect(await errorOf(fetchFrom(origin)(origin))).toContain('more than 1000000 bytes')
    await waitUntil(
      () => openCount() === 0,
      () => 'the connection to be closed',
    )
    // What the sockets on both sides buffer comes on top.
    expect(sent).toBeLessThan(50_000_000)
  })

  it.each([
    ['is silent', () => undefined],
    [
      'sends a byte now and then',
      (response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write(' '), 5)
        response.once('close', () => clearInterval(drip))
      },
    ],
  ] as [string, (response: Parameters<RequestListener>[1]) => void][])(
    'ends a request to a server that %s',
    async (_, answer) => {
      const { origin, openCount } = await serverOn((_request, response) => answer(response))
      const message = await errorOf(withinTimeLimit(SHORT_MS, () => fetchFrom(origin)(origin)))
      expect(message).toContain('took too long')
      await waitUntil(
        () => openCount() === 0,
        () => 'the connection to be closed',
      )
    },
  )

  it('shares one time limit among all requests of some work', async () => {
    const { origin, asked } = await serverOn((request, response) => {
      if (request.url !== '/slow') response.end('{}')
    })
    const ask = fetchFrom(origin)
    const work = withinTimeLimit(SHORT_MS, async () => {
      await ask(`${origin}/quick`).catch(() => undefined)
      await errorOf(ask(`${origin}/slow`))
      return errorOf(ask(`${origin}/late`))
    })
    expect(await work).toContain('took too long')
    expect(asked).not.toContain('/late')
  })

  it('keeps the narrower of two time limits', async () => {
    const { origin } = await serverOn(() => undefined)
    const work = () => withinTimeLimit(PATIENCE_MS, () => fetchFrom(origin)(origin))
    expect(await errorOf(withinTimeLimit(SHORT_MS, work))).toContain('took too long')
  })
})
