import type { RemoteApi } from '@/test/support/remote-api'
import type { WireAnswer } from '@/test/support/send-request'

/** The data of a page, as a browser fetches them when it navigates: Next.js wants its own hash of the headers in the address. */
export async function fetchPageData(
  api: RemoteApi,
  path: string,
  headers: Record<string, string> = {},
): Promise<WireAnswer> {
  const first = await api.get(path, { rsc: '1', ...headers })
  const { location = '' } = first.headers
  return /[?&]_rsc\b/.test(location) ? api.get(location, { rsc: '1', ...headers }) : first
}

/** All that an answer tells: its head and its body. */
export function everythingIn({ headers, text }: WireAnswer): string {
  return `${JSON.stringify(headers)}\n${text}`
}
