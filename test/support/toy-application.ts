import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What an application behind a proxy was sent. */
export interface Received {
  method: string
  headers: IncomingHttpHeaders
  body: string
}

/** An application that answers what it was sent; `/failing` fails. */
export async function startToyApplication() {
  let requests = 0
  // Applications set cookies that are larger than what Node.js takes by default.
  const server = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
    requests += 1
    void text(request).then((body) => {
      response.statusCode = request.url === '/failing' ? 500 : 200
      response.end(JSON.stringify({ method: request.method, headers: request.headers, body }))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many requests have reached it. */
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
