import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gate } from '@/lib/edge/gate/gate'
import { trustedPeers } from '@/lib/edge/http/client-ip'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { requestContext } from '@/lib/base/request-context'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

let listening: Promise<number> | undefined

/** Starts a real HTTP server in this process that serves only the gate. It does not keep the process alive. */
async function startGate(): Promise<number> {
  // The tests act as a trusted proxy, so that they can choose client addresses.
  const answer = gate(trustedPeers(['127.0.0.1']))
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(500).end('not a path of the gate')
  })
  server.listen(0, '127.0.0.1').unref()
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Wraps a path of the gate as a route handler, so that the suites reach it like every other endpoint. */
export function gateRoute(path: string): RouteHandler {
  return async (request) => {
    const port = await (listening ??= startGate())
    const { authorizationCount, address, requestId } = requestContext()
    const headers = [...request.headers].flatMap(([name, value]) =>
      Array.from({ length: name === 'authorization' ? authorizationCount : 1 }, () => [name, value]).flat(),
    )
    const body = Buffer.from(await request.arrayBuffer())
    const wire = ['host', 'localhost', 'x-forwarded-for', address ?? '', 'content-length', String(body.length)]
    const outgoing = send({
      port,
      host: '127.0.0.1',
      method: request.method,
      path: path + new URL(request.url).search,
      headers: [...wire, ...headers] as never,
      agent: false,
    })
    outgoing.end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    return asResponse(answer, requestId)
  }
}

/**
 * Converts what came over the wire. The gate generates its own request id, so this puts back the id that the suites
 * expect.
 */
async function asResponse(answer: IncomingMessage, requestId: string): Promise<Response> {
  const chunks = (await answer.toArray()) as Buffer[]
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value))
  if (!UUID.test(headers.get('x-request-id') ?? '')) throw new Error('The gate gave no id of its own')
  headers.set('x-request-id', requestId)
  const hasBody = chunks.length > 0
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status: answer.statusCode ?? 0, headers })
}

/** Verification as a route handler. */
export const verify = gateRoute('/api/v1/auth/verify')
