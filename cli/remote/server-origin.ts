import { UsageError } from '@/cli/command'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Returns the origin of a server that a person names by its address. Keys and passwords go there, so plain HTTP is
 * accepted only on this machine.
 * @throws UsageError
 */
export function serverOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new UsageError('--server must be an address such as https://accounts.example.com')
  if (isPlainHttp(url.origin) && !LOOPBACK.test(url.hostname))
    throw new UsageError('--server must start with https:// unless it is this machine (localhost)')
  return url.origin
}

/** Whether requests to this origin are not encrypted. */
export function isPlainHttp(origin: string): boolean {
  return origin.startsWith('http:')
}
