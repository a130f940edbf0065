import type { ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract } from '@/lib/base/contract'

const EVERYWHERE = ['internal', 'store_unavailable'] as const satisfies ErrorCode[]
const OF_A_KEY = [
  'token_missing',
  'token_malformed',
  'token_unknown',
  'token_expired',
  'token_revoked',
  'token_superseded',
  'owner_inactive',
] as const satisfies ErrorCode[]
const OF_A_SHOWN_PASSWORD = ['password_incorrect', 'busy'] as const satisfies ErrorCode[]
const OF_A_BODY = [
  'invalid_input',
  'malformed_body',
  'body_too_large',
  'unsupported_media_type',
  'unsupported_content_encoding',
] as const satisfies ErrorCode[]

/** Returns every code that a contract's endpoint can answer: its own, and those that follow from what it accepts. */
export function errorCodesOf(contract: Contract): ErrorCode[] {
  const codes = [...contract.errors, ...EVERYWHERE, ...credentialCodes(contract)]
  if (contract.role === 'admin') codes.push('admin_required')
  if (contract.passwordDoor) codes.push('password_sign_in_disabled')
  if (contract.limitsAddress) codes.push('too_many_requests')
  if (contract.captcha) codes.push('captcha_failed', 'captcha_unavailable')
  if (contract.stepUp) codes.push('reauthentication_required')
  if (contract.stepUp && contract.body && 'password' in contract.body.shape) codes.push(...OF_A_SHOWN_PASSWORD)
  if (contract.body ?? !['GET', 'ANY'].includes(contract.method)) codes.push(...OF_A_BODY)
  // Verification has its own code for unknown parameters.
  if (contract.method !== 'ANY' && !contract.ignoresUnknownParameters) codes.push('invalid_input')
  return [...new Set(codes)]
}

function credentialCodes({ auth, method, headerOnly, sessionOptional }: Contract): ErrorCode[] {
  // Verification accepts every kind that a header can carry.
  if (method === 'ANY') return [...OF_A_KEY]
  const fromPages: ErrorCode[] = method === 'GET' || headerOnly ? [] : ['cross_site_request']
  if (auth === 'public') return fromPages
  const isForEvery = ['session', 'device', 'personal', 'access'].every((kind) =>
    (auth as readonly string[]).includes(kind),
  )
  const ofSessions: ErrorCode[] = auth.includes('session') && !headerOnly ? ['account_changed'] : []
  // Without a valid session there is none.
  if (sessionOptional) return [...fromPages, ...ofSessions]
  return [...OF_A_KEY, ...fromPages, ...ofSessions, ...(isForEvery ? [] : (['credential_not_allowed'] as const))]
}
