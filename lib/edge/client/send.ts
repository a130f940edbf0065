import type { Contract } from '@/lib/base/contract'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** What a page says when the server gave no answer at all. */
export const CONNECTION_LOST = 'Connection lost. Check your network and try again.'

interface SendInput {
  params?: Readonly<Record<string, unknown>>
  body?: unknown
  /** The type of content that is wanted, where it is not JSON. */
  accept?: string
}

/**
 * Sends a request of a page to our own origin, with its cookie. Nothing else in the pages fetches: each
 * request names the account that its page shows, so that the server can reject it when the cookie has
 * come to belong to another one.
 * @throws ProblemError `unreachable` when no answer comes
 */
export async function send(
  { method, path }: Pick<Contract, 'method' | 'path'>,
  { params = {}, body, accept }: SendInput = {},
): Promise<Response> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const account = accountOfPage()
  const headers = {
    ...(account !== null && { [ACCOUNT_HEADER]: account }),
    ...(accept !== undefined && { accept }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  try {
    return await fetch(address, { ...init, cache: 'no-store', credentials: 'same-origin' })
  } catch {
    throw new ProblemError(0, 'unreachable', CONNECTION_LOST)
  }
}

/** The id of the account that the page shows, as the server rendered it; null on pages without a sign-in. */
export function accountOfPage(): string | null {
  return document.querySelector('[data-account]')?.getAttribute('data-account') ?? null
}
