import type { Contract } from '@/lib/base/contract'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** The message that a page shows if the server sent no response. */
export const CONNECTION_LOST = 'Connection lost. Check your network and try again.'

interface SendInput {
  params?: Readonly<Record<string, unknown>>
  body?: unknown
  /** The content type to ask for, if not JSON. */
  accept?: string
}

/**
 * Sends a page's request to our own origin, with its cookie. Pages fetch only through this function: each request names
 * the account that its page shows, so that the server can reject it if the cookie now belongs to another account.
 * @throws ProblemError `unreachable` if the server sends no response
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

/** Returns the id of the account that the page shows, as the server rendered it; null on pages without a sign-in. */
export function accountOfPage(): string | null {
  return document.querySelector('[data-account]')?.getAttribute('data-account') ?? null
}
