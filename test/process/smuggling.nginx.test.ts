import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ambiguousRequests, secondRequest } from '@/test/support/ambiguous-requests'
import { freePort } from '@/test/support/free-port'
import { nginx } from '@/test/support/nginx'
import { startProxy } from '@/test/support/proxy-program'
import { exchangeRaw } from '@/test/support/raw-connection'
import { remoteApi } from '@/test/support/remote-api'
import { startServer, type ServerProcess } from '@/test/support/server-process'

const [LOGIN, CONFIG] = ['/api/v1/auth/login', '/api/v1/auth/config']
const HIDDEN = '/api/v1/hidden-1' // as long as the path whose length the requests name

let server: ServerProcess
let proxy: Awaited<ReturnType<typeof startProxy>>
let origin: string

beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'debug' } })
  const address = `127.0.0.1:${await freePort()}`
  origin = `http://${address}`
  // One connection to Latchkey is used again and again: what is left over on it would meet the next client.
  proxy = await startProxy(
    nginx,
    address,
    `
    client_header_timeout 1s;
    client_body_timeout 1s;
    keepalive_timeout 1s;
    upstream latchkey { server ${new URL(server.origin).host.replace('localhost', '127.0.0.1')}; keepalive 1; }
    server {
      listen ${address};
      location / {
        proxy_pass http://latchkey;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        proxy_request_buffering off;
      }
    }`,
  )
})
afterAll(async () => {
  await proxy.stop()
  await server.stop('SIGINT')
})

const answersIn = (text: string) => [...text.matchAll(/^HTTP\/1\.1 \d{3}/gm)].length
/** How many requests for a path Latchkey has answered. */
const madeFor = (path: string) => server.stdout().split(`"path":"${path}"`).length - 1

describe('behind nginx, of a request whose end is ambiguous', () => {
  it.each(ambiguousRequests)(
    '%s: no more is made than is answered, and the next client gets its own',
    async (_name, bytes) => {
      const made = () => madeFor(LOGIN) + madeFor(HIDDEN)
      const [before, configsBefore] = [made(), madeFor(CONFIG)]
      const answer = await exchangeRaw(origin, bytes + secondRequest(HIDDEN))
      const next = await remoteApi(origin).get(CONFIG)
      expect([next.status, next.json()]).toEqual([200, expect.objectContaining({ registration: 'open' })])
      await expect.poll(() => madeFor(CONFIG)).toBe(configsBefore + 1)
      expect(made() - before).toBeLessThanOrEqual(answersIn(answer))
    },
  )
})
