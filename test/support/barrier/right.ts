import type { Contract } from '@/lib/base/contract'

/** The authority by which a request may change something. `null` means that anyone may, so there is nothing to lose. */
export type Right = 'credential' | 'password' | 'link' | 'refresh' | 'approval' | 'setup' | 'ticket' | null

const PUBLIC: Readonly<Record<string, Right>> = {
  '/api/v1/setup': 'setup',
  '/api/v1/auth/register': null,
  '/api/v1/auth/resend-email': null,
  '/api/v1/auth/password/reset': null,
  '/api/v1/auth/session': 'password',
  '/api/v1/auth/login': 'password',
  '/api/v1/auth/session/continue': 'ticket',
  '/api/v1/auth/login/continue': 'ticket',
  '/api/v1/auth/providers/{id}/nonce': null,
  '/api/v1/auth/providers/{id}/login': null,
  '/api/v1/auth/token': 'password',
  '/api/v1/auth/non-expiring-token': 'password',
  '/api/v1/auth/jwt/create': 'password',
  '/api/v1/auth/token-refresh': 'refresh',
  '/api/v1/auth/device': null,
  '/api/v1/oauth/token': 'approval',
  '/api/v1/auth/verify-email': 'link',
  '/api/v1/auth/email/confirm': 'link',
  '/api/v1/auth/email/undo': 'link',
  '/api/v1/auth/password/reset/confirm': 'link',
}

/**
 * Returns the authority that an endpoint requires for a change.
 * @throws for a public endpoint that is missing in the table above
 */
export function rightOf({ auth, path, sessionOptional }: Contract): Right {
  // What these do for a session is tested beside their routes.
  if (sessionOptional) return null
  if (auth !== 'public') return 'credential'
  const right = PUBLIC[path]
  if (right === undefined) throw new Error(`Say in barrier/right.ts by what right ${path} changes something`)
  return right
}
