import { contracts } from '@/lib/edge/contracts'
import type { Contract, HttpMethod } from '@/lib/base/contract'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { gatePaths } from '@/lib/edge/gate/gate'
import { gateRoute } from '@/test/support/gate-route'

/** Every method that Next.js lets a route answer. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** What answers at a contract's path: the exports of its route, or the gate. @throws when there is neither */
export async function handlersOf(path: string): Promise<Record<HttpMethod, RouteHandler>> {
  if (gatePaths.includes(path)) {
    const handler = gateRoute(path)
    return Object.fromEntries(METHODS.map((method) => [method, handler])) as Record<HttpMethod, RouteHandler>
  }
  const file = `../../app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`
  return (await import(file)) as Record<HttpMethod, RouteHandler>
}

/** The methods that a contract speaks of. */
export function methodsOf({ method }: Contract): readonly HttpMethod[] {
  return method === 'ANY' ? METHODS : [method]
}

/** The first method of a contract that can carry its body. */
export function methodOf(contract: Contract): HttpMethod {
  return contract.method === 'ANY' ? 'GET' : contract.method
}

/** How a contract is named in titles and tables. */
export function titleOf({ method, path }: Contract): string {
  return `${method} ${path}`
}

/** The contracts that `isMeant` holds for, each with its title. @throws when there are none: no suite may run empty */
export function titledContracts(isMeant: (contract: Contract) => boolean = () => true): [string, Contract][] {
  const meant = contracts.filter(isMeant)
  if (meant.length === 0) throw new Error('No contract is meant')
  return meant.map((contract) => [titleOf(contract), contract])
}
