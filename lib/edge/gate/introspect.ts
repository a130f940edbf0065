import type { IncomingMessage } from 'node:http'
import { readAuthorization, tokenMissing } from '@/lib/edge/auth/read-credential'
import type { Credential } from '@/lib/keys/credential'
import { nowMs } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { refuse, send, type Exchange } from '@/lib/edge/gate/exchange'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { judge } from '@/lib/keys/judge'
import { judgeJwt } from '@/lib/edge/gate/judge-jwt'
import { prepareJson, type PreparedAnswer } from '@/lib/edge/gate/prepared-answer'
import { receiveBody } from '@/lib/edge/gate/receive-body'
import { findSecretText, unavailable } from '@/lib/keys/lookup/secret-reader'
import { countOf } from '@/lib/edge/serve/guard-request'
import { parseBody } from '@/lib/edge/http/read-body'
import { looksLikeJwt } from '@/lib/keys/looks-like-jwt'
import type { AccessClaims } from '@/lib/keys/access-claims'
import { introspectInput, type Introspection } from '@/lib/keys/introspect-schema'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'
import { noteUse } from '@/lib/keys/note-use'

const SCOPE = 'introspect'
const INACTIVE = prepareJson({ active: false })

/**
 * Answers what a token is (RFC 7662), for a service whose key holds the scope `introspect`. Everything but a live
 * device token, personal token or access token gets the same answer, without a reason.
 */
export function introspect(exchange: Exchange): void {
  if (exchange.request.method !== 'POST') {
    refuse(exchange, new AppError('method_not_allowed', { headers: { allow: 'POST' } }))
    return
  }
  answer(exchange).then(
    (prepared) => send(exchange, 200, prepared),
    (error: unknown) => refuse(exchange, error),
  )
}

async function answer({ request, address }: Exchange): Promise<PreparedAnswer> {
  const credential = presentedKey(request)
  // Read the body first: it may take half a minute, and the caller may be revoked before it has arrived.
  const body = await receiveBody(request)
  await admit(credential, address)
  const { token } = parseBody(body, request.headers, introspectInput, true)
  const at = nowMs()
  const judged = await judgeToken(token, at)
  if (judged === null || isAppError(judged)) return INACTIVE
  noteUse(judged.row, at, null)
  return prepareJson(present(judged))
}

async function judgeToken(token: string, at: number): Promise<GoodCredential | AppError | null> {
  if (looksLikeJwt(token)) return judgeJwt(token)
  const parsed = parseKey(token)
  return parsed === null ? null : lookUp(digestTextOf(parsed.key), at)
}

/** Returns the caller's credential. @throws AppError token_missing, token_malformed, token_unknown */
function presentedKey(request: IncomingMessage): Credential {
  const count = countOf(request, 'authorization')
  const credential = readAuthorization(request.headers.authorization, count, true)
  if (credential === null) throw tokenMissing(request.headers.authorization)
  return credential
}

/** Admits a caller who holds the scope. @throws AppError the 401 codes; credential_not_allowed, insufficient_scope */
async function admit(credential: Credential, address: string | null): Promise<void> {
  if (credential.kind === 'access') throw await refusalOfJwt(credential.jwt)
  const at = nowMs()
  const secret = await lookUp(digestTextOf(credential.key), at)
  if (isAppError(secret)) throw secret
  if (secret.row.kind !== 'personal') throw new AppError('credential_not_allowed')
  if (!secret.scopes.includes(SCOPE)) throw new AppError('insufficient_scope')
  noteUse(secret.row, at, address)
}

/** Returns the error for a caller with an access token, which can never hold the required scope. */
async function refusalOfJwt(jwt: string): Promise<AppError> {
  const judged = await judgeJwt(jwt)
  return isAppError(judged) ? judged : new AppError('credential_not_allowed')
}

async function lookUp(digest: string, at: number): Promise<GoodCredential | AppError> {
  return new Promise((resolve, reject) => {
    findSecretText(digest, (error, text) => {
      if (error === null) resolve(judge(text, at))
      else reject(unavailable(error))
    })
  })
}

function present({ row, kind, scopes, expiresAt, claims }: GoodCredential): Introspection {
  return {
    active: true,
    scope: scopes.join(' '),
    username: row.username,
    token_type: 'Bearer',
    sub: row.userId,
    kind,
    ...(claims === undefined ? ofKey(row.tokenId, expiresAt) : ofJwt(claims)),
  }
}

function ofKey(tokenId: string, expiresAt: number | null) {
  return {
    ...(expiresAt !== null && { exp: Math.floor(expiresAt / 1000) }),
    iss: settings().appOrigin,
    jti: tokenId,
  }
}

/** Returns the token's own claims: the row that it was judged by belongs to its family. */
function ofJwt({ jti, iss, aud, exp, iat, nbf, client_id }: AccessClaims) {
  return { jti, iss, aud, exp, iat, nbf, client_id }
}
