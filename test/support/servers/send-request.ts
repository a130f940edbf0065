import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'

/**
 * A request as it goes over the wire: its path is not normalized, redirects are not followed, and connections are not
 * reused.
 */
export interface WireRequest {
  method?: string
  path?: string
  headers?: OutgoingHttpHeaders
  /** A stream is sent in chunks, without a length. */
  body?: string | Buffer | Readable
  /** The local address to connect from. The system chooses one by default. */
  from?: string
}

/** The server’s answer. */
export interface WireAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** Parses the body as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  json(): any
}

/** Sends one request and resolves with the answer, even if the server answers before it has read the body. */
export async function sendRequest(
  origin: string,
  { method = 'GET', path = '/', headers = {}, body, from }: WireRequest = {},
): Promise<WireAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    // Node.js sends no length for DELETE, so the server would take the body for the next request.
    const length = body === undefined || body instanceof Readable ? {} : { 'content-length': Buffer.byteLength(body) }
    const agent = new Agent({ keepAlive: true })
    const local = from === undefined ? {} : { localAddress: from }
    const outgoing = request({ hostname, port, method, path, headers: { ...length, ...headers }, agent, ...local })
    // Once the answer has arrived, it does not matter that the server closes the connection.
    outgoing.on('error', reject)
    outgoing.once('response', (response) => {
      readText(response).then((text) => {
        agent.destroy()
        const json = () => JSON.parse(text) as unknown
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
      }, reject)
    })
    if (body instanceof Readable) body.pipe(outgoing)
    else outgoing.end(body)
  })
}
