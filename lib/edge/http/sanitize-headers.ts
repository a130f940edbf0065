import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import type { IncomingMessage } from 'node:http'
import { dropForwardedHeaders } from '@/lib/edge/http/client-ip'

const ROUTER_STATE = 'next-router-state-tree'

/**
 * Removes or replaces what a client could use against Next.js: headers that pose as a proxy, a Content-Security-Policy
 * (Next.js takes the nonce for its scripts from it), and a router state that cannot be parsed, which Next.js answers
 * with a 500.
 */
export function sanitizeHeaders(request: IncomingMessage, policy: string): void {
  const { headers } = request
  dropForwardedHeaders(request)
  headers['content-security-policy'] = policy
  delete headers['content-security-policy-report-only']
  delete headers['x-nonce']
  const state = headers[ROUTER_STATE]
  if (state !== undefined && !isRouterState(state)) delete headers[ROUTER_STATE]
}

/** Asks Next.js itself, whose version is pinned. */
function isRouterState(header: string | string[]): boolean {
  try {
    parseAndValidateFlightRouterState(header)
    return true
  } catch {
    return false
  }
}
