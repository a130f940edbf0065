import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '@/scripts/test/free-port.mjs'
import { ambiguousRequests, secondRequest } from '@/test/support/requests/ambiguous-requests'
import { nginx } from '@/test/support/servers/nginx'
import { startProxy } from '@/test/support/servers/proxy-program'
import { exchangeRaw } from '@/test/support/servers/raw-connection'
import { remoteApi } from '@/test/support/servers/remote-api'
import { startServer, type ServerProcess } from '@/test/support/servers/server-process'

const CONFIG = '/api/v1/auth/config'
/** Each case with its own hidden path. All are as long as the path whose length the requests name. */
const cases = ambiguousRequests.map(([name, bytes], index) => [name, bytes, `/api/v1/hide-${100 + index}`] as const)

let server: ServerProcess
let proxy: Awaited<ReturnType<typeof startProxy>>
let origin: string

beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'debug' } })
  const address = `127.0.0.1:${await freePort()}`
  origin = `http://${address}`
  // nginx reuses one connection to Latchkey, so leftover bytes on it would reach the next client.
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

const answersIn = (text: string) => text.split(/HTTP\/1\.1 \d{3} /).length - 1

/** Returns how many requests for a path Latchkey has answered. */
const madeFor = (path: string) =>
  server
    .stdout()
    .split('\n')
    .filter((line) => line.includes(`"path":"${path}"`) && line.includes('"msg":"request"')).length

describe('behind nginx, a request whose end is ambiguous', () => {
  it.each(cases)(
    '%s: Latchkey runs the hidden request only if this client gets its answer, and the next client gets its own',
    async (...[, bytes, hidden]) => {
      const configsBefore = madeFor(CONFIG)
      const answer = await exchangeRaw(origin, bytes + secondRequest(hidden))
      const next = await remoteApi(origin).get(CONFIG)
      expect([next.status, next.json()]).toEqual([200, expect.objectContaining({ registration: 'open' })])
      await expect.poll(() => madeFor(CONFIG)).toBe(configsBefore + 1)
      if (answersIn(answer) < 2) expect(madeFor(hidden)).toBe(0)
      else expect(madeFor(hidden)).toBe(1)
    },
  )
})
