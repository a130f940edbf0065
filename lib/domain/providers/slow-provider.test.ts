import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { proveByCallback } from '@/lib/domain/providers/prove-identity'
import { json } from '@/test/support/providers/hostile-issuer'
import { codeOf, journey, QUERY, withHostileIssuer } from '@/test/support/providers/visits'

type Answer = Parameters<RequestListener>[1]

/** Never ends, as fast as the reader reads. */
function endless(response: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const chunk = Buffer.alloc(65_536, ' ')
  const go = () => {
    while (!response.destroyed && response.write(chunk));
    response.once('drain', go)
  }
  go()
}

const ENDPOINTS = ['/.well-known/openid-configuration', '/token', '/keys', '/userinfo']

const ANSWERS: [string, (response: Answer) => void][] = [
  [
    'redirects to the cloud’s metadata service',
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  ],
  [
    'sends gzip',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      response.end(gzipSync('{}'))
    },
  ],
  ['never stops sending', endless],
  ['has failed', (response) => response.writeHead(500).end()],
  ['closes the connection', (response) => response.destroy()],
]

describe('a provider that does not answer as it should', () => {
  it.each(ENDPOINTS.flatMap((path) => ANSWERS.map(([what, answer]) => [path, what, answer] as const)))(
    'is reported as unavailable if %s %s',
    async (path, _, answer) => {
      const { hostile, provider } = await withHostileIssuer()
      const claims = { email: undefined }
      hostile.lies = { claims, answers: { [path]: (_request, response) => answer(response) } }
      const before = process.memoryUsage().rss
      expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_unavailable')
      expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
      expect(hostile.requests).toContain(`${path === '/token' ? 'POST' : 'GET'} ${path}`)
    },
  )

  it.each(['text/html', 'application/problem+json'])('is not believed if it sends %s', async (type) => {
    const { hostile, provider } = await withHostileIssuer()
    const token: RequestListener = (_, response) => response.writeHead(200, { 'content-type': type }).end('{}')
    hostile.lies = { answers: { '/token': token } }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_failed')
  })

  it('does not hold up the sign-in by dripping', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const drip: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 100)
      response.once('close', () => clearInterval(timer))
    }
    hostile.lies = { claims: { email: undefined }, answers: { '/userinfo': drip } }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_unavailable')
  })

  it('is asked nothing more once the time for the whole sign-in is over', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const whole = new AbortController()
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => whole.signal)
    onTestFinished(() => limit.mockRestore())
    const token: RequestListener = (_, response) => {
      void hostile.idToken().then((id_token) => {
        json(response, { access_token: 'access', token_type: 'Bearer', id_token })
        whole.abort()
      })
    }
    hostile.lies = { answers: { '/token': token } }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_unavailable')
    expect(limit).toHaveBeenNthCalledWith(1, 5000)
    expect(hostile.requests).not.toContain('GET /keys')
  })
})
