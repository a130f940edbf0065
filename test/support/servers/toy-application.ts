import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as an application behind a proxy received it. */
export interface Received {
  method: string
  headers: IncomingHttpHeaders
  body: string
}

/** Starts an application that answers with the request it received. `/failing` answers 500. */
export async function startToyApplication() {
  let requests = 0
  // Applications may set cookies larger than Node.js accepts by default.
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
    /** Returns how many requests have reached it. */
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
