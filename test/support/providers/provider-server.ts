import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that plays a provider on this machine. */
export interface ProviderServer {
  origin: string
  /** The requests so far, such as `POST /token`, without their query. */
  requests: readonly string[]
  /** How many authorization codes (or other grants) this server has sent to the token endpoint. */
  exchanges(): number
  stop(): Promise<void>
}

/** The client that every test provider knows. */
export const CLIENT = { id: 'latchkey-test', secret: 'the-secret-of-latchkey-at-the-provider' } as const

/**
 * Starts a server on a free port, or the given one, and tells `answerWith` its origin.
 * @param tokenPath the path of its token endpoint
 */
export async function startProviderServer(
  tokenPath: string,
  answerWith: (origin: string) => RequestListener,
  port = 0,
): Promise<ProviderServer> {
  const requests: string[] = []
  // A test file that shares it with others does not stop it.
  const server = createServer().listen(port, '127.0.0.1').unref()
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answer = answerWith(origin)
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    requests.push(`${request.method ?? ''} ${pathname}`)
    answer(request, response)
  })
  return {
    origin,
    requests,
    exchanges: () => requests.filter((line) => line === `POST ${tokenPath}`).length,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Returns the environment variables of providers, by the names of their settings without the prefix. */
export function providersEnvironment(
  providers: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string> {
  const settings = Object.entries(providers).flatMap(([id, values]) => {
    const all: Record<string, string> = { CLIENT_ID: CLIENT.id, CLIENT_SECRET: CLIENT.secret, ...values }
    return Object.entries(all).map(([name, value]) => [`PROVIDER_${id.toUpperCase()}_${name}`, value] as const)
  })
  return { PROVIDERS: Object.keys(providers).join(','), ...Object.fromEntries(settings) }
}
