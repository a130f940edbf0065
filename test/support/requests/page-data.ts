import type { RemoteApi } from '@/test/support/servers/remote-api'
import type { WireAnswer } from '@/test/support/servers/send-request'

/** Fetches a page’s data as a browser does on navigation: Next.js requires its own hash of the headers in the URL. */
export async function fetchPageData(
  api: RemoteApi,
  path: string,
  headers: Record<string, string> = {},
): Promise<WireAnswer> {
  const first = await api.get(path, { rsc: '1', ...headers })
  const { location = '' } = first.headers
  return /[?&]_rsc\b/.test(location) ? api.get(location, { rsc: '1', ...headers }) : first
}

/** Returns all that an answer reveals: its headers and its body. */
export function everythingIn({ headers, text }: WireAnswer): string {
  return `${JSON.stringify(headers)}\n${text}`
}
