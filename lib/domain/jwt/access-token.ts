import { jwtVerify, SignJWT, decodeProtectedHeader } from 'jose'
import { now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { accessClaims, type AccessClaims } from '@/lib/keys/access-claims'
import { looksLikeJwt } from '@/lib/keys/looks-like-jwt'
import { findVerifyingKey, signingKey, type RingKey } from '@/lib/domain/signing-keys/key-ring'

/** The `typ` of an access token (RFC 9068 section 2.1). */
const TYPE = 'at+jwt'
/** The error codes that jose uses for an invalid token. */
const JOSE_CODE = /^ERR_J(?:OSE|W)/
const HEADER_FIELDS = ['alg', 'kid', 'typ']

/** The grant behind an access token. */
interface AccessGrant {
  userId: string
  /** The id of the refresh family's token. */
  familyId: string
  jti: string
  issuedAt: Date
  /** When the refresh family expires; no access token outlives it. */
  endsAt: Date
  authTime: Date
  scopes: readonly string[]
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

/** Signs an access token (RFC 9068). Returns it with its expiry. */
export async function signAccessToken(grant: AccessGrant): Promise<{ token: string; expiresAt: Date }> {
  const { JWT_ACCESS_TTL_SECONDS, JWT_AUDIENCE, JWT_ISSUER, JWT_LEEWAY_SECONDS } = settings()
  const own = secondsAfter(grant.issuedAt, JWT_ACCESS_TTL_SECONDS)
  const expiresAt = own < grant.endsAt ? own : grant.endsAt
  const iat = seconds(grant.issuedAt)
  const claims: AccessClaims = {
    iss: JWT_ISSUER,
    aud: JWT_AUDIENCE,
    sub: grant.userId,
    sid: grant.familyId,
    client_id: grant.familyId,
    jti: grant.jti,
    iat,
    // So that a service whose clock is slightly behind accepts a new token.
    nbf: iat - JWT_LEEWAY_SECONDS,
    exp: seconds(expiresAt),
    auth_time: seconds(grant.authTime),
    scope: grant.scopes.join(' '),
  }
  const key = await signingKey()
  const header = { alg: key.algorithm, kid: key.id, typ: TYPE }
  return { token: await new SignJWT({ ...claims }).setProtectedHeader(header).sign(key.signWith), expiresAt }
}

/**
 * Returns the claims of an access token whose signature, type, issuer, audience and times are valid (RFC 8725). Reads
 * only the signing keys from the database: the refresh family and its owner may no longer be active.
 * @returns `token_expired` for an expired token of this server, `token_unknown` for anything else that is not valid
 * @throws AppError store_unavailable
 */
export async function readAccessToken(token: string): Promise<AccessClaims | 'token_expired' | 'token_unknown'> {
  if (!looksLikeJwt(token)) return 'token_unknown'
  try {
    const key = await keyOf(token)
    return key === null ? 'token_unknown' : await claimsOf(token, key)
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'ERR_JWT_EXPIRED') return 'token_expired'
    if (JOSE_CODE.test(String(code)) || error instanceof TypeError) return 'token_unknown'
    throw error
  }
}

/** Finds the key that the header names. The key decides the algorithm, and the header may hold no other fields. */
async function keyOf(token: string): Promise<RingKey | null> {
  const header = decodeProtectedHeader(token)
  const isPlain = Object.keys(header).every((field) => HEADER_FIELDS.includes(field))
  if (!isPlain || typeof header.kid !== 'string') return null
  const key = await findVerifyingKey(header.kid)
  return key?.algorithm === header.alg ? key : null
}

async function claimsOf(token: string, key: RingKey): Promise<AccessClaims | 'token_unknown'> {
  const { JWT_AUDIENCE, JWT_ISSUER, JWT_LEEWAY_SECONDS } = settings()
  const { payload } = await jwtVerify(token, key.verifyWith, {
    algorithms: [key.algorithm],
    typ: TYPE,
    issuer: JWT_ISSUER,
    audience: JWT_AUDIENCE,
    clockTolerance: JWT_LEEWAY_SECONDS,
    currentDate: now(),
  })
  const parsed = accessClaims.safeParse(payload)
  return parsed.success ? parsed.data : 'token_unknown'
}
