import { contracts } from '@/lib/edge/contracts'
import type { Contract, HttpMethod } from '@/lib/base/contract'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { gatePaths } from '@/lib/edge/gate/gate'
import { gateRoute } from '@/test/support/requests/gate-route'

/** Every method that Next.js lets a route handle. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Returns the handlers at a contract’s path: the exports of its route, or the gate. @throws if there is neither */
export async function handlersOf(path: string): Promise<Record<HttpMethod, RouteHandler>> {
  if (gatePaths.includes(path)) {
    const handler = gateRoute(path)
    return Object.fromEntries(METHODS.map((method) => [method, handler])) as Record<HttpMethod, RouteHandler>
  }
  const file = `../../../app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`
  return (await import(file)) as Record<HttpMethod, RouteHandler>
}

/** Returns the methods that a contract covers. */
export function methodsOf({ method }: Contract): readonly HttpMethod[] {
  return method === 'ANY' ? METHODS : [method]
}

/** Returns the method to send a contract’s request with: GET for a contract that covers all methods. */
export function methodOf(contract: Contract): HttpMethod {
  return contract.method === 'ANY' ? 'GET' : contract.method
}

/** Returns a contract’s name for titles and tables. */
export function titleOf({ method, path }: Contract): string {
  return `${method} ${path}`
}

/** Returns the contracts that match, each with its title. @throws if none matches, so that no suite runs empty */
export function titledContracts(isMeant: (contract: Contract) => boolean = () => true): [string, Contract][] {
  const meant = contracts.filter(isMeant)
  if (meant.length === 0) throw new Error('No contract is meant')
  return meant.map((contract) => [titleOf(contract), contract])
}
