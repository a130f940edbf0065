import type { IncomingMessage } from 'node:http'

/**
 * Makes doubled slashes in the path of a request one: no redirect, which would lose the body. A pair
 * at the beginning only before our own interfaces; elsewhere Next.js would take it for a host.
 */
export function mendSlashes(request: IncomingMessage): void {
  const target = request.url ?? ''
  if (!target.startsWith('/') || !target.includes('//')) return
  const [path = ''] = target.split('?', 1)
  const plain = path.replaceAll(/\/{2,}/g, '/')
  if (path.startsWith('//') && !/^\/(?:api|\.well-known)\//.test(plain)) return
  request.url = plain + target.slice(path.length)
}
