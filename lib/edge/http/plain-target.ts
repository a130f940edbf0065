/**
 * Collapses every run of slashes in the path of a request target, and drops those at its end. Such slashes never
 * matter, and a redirect would lose the body of a POST. The query stays as it is.
 */
export function plainTarget(target: string): string {
  const query = target.indexOf('?')
  const end = query === -1 ? target.length : query
  const doubled = target.indexOf('//')
  const isPlain = (doubled === -1 || doubled >= end) && (end < 2 || target[end - 1] !== '/')
  if (isPlain || !target.startsWith('/')) return target
  const path = target.slice(0, end).replace(/\/+/g, '/')
  return (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path) + target.slice(end)
}
