import { readAuthorization, tokenMissing } from '@/lib/edge/auth/read-credential'
import type { Credential } from '@/lib/keys/credential'
import { nowMs } from '@/lib/base/clock'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { refuse, send, type Exchange } from '@/lib/edge/gate/exchange'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { judge } from '@/lib/keys/judge'
import { judgeJwt } from '@/lib/edge/gate/judge-jwt'
import { prepareIdentity } from '@/lib/edge/gate/prepared-answer'
import { findSecretText, unavailable } from '@/lib/keys/lookup/secret-reader'
import { warnOfParameter } from '@/lib/edge/gate/warn-of-parameter'
import { countOf } from '@/lib/edge/serve/guard-request'
import { count } from '@/lib/base/metrics/count'
import { digestTextOf } from '@/lib/keys/token-key'
import { verifyQuery } from '@/lib/keys/verify-schema'
import { noteUse } from '@/lib/keys/note-use'

/**
 * Answers who holds the key in `Authorization`, for services and forward-auth proxies: 200, 401, 403 or 503, whatever
 * the method. It trusts no other header and reads no body. It judges the key by its row at the time of the request.
 */
export function verify(exchange: Exchange): void {
  const demands = demandsOf(exchange.request.url ?? '')
  let credential: Credential
  try {
    credential = presentedKey(exchange, isBasicTaken(demands))
  } catch (error) {
    refuseCounted(exchange, error, demands)
    return
  }
  if (credential.kind === 'access') {
    judgeJwt(credential.jwt).then(
      (judged) => answer(exchange, judged, nowMs(), demands),
      (error: unknown) => refuseCounted(exchange, error, demands),
    )
    return
  }
  findSecretText(digestTextOf(credential.key), (error, text) => {
    if (error !== null) return refuseCounted(exchange, unavailable(error), demands)
    const at = nowMs()
    answer(exchange, judge(text, at), at, demands)
  })
}

/** What the requesting service demands of the key, as its query; null without a query. */
type Demands = URLSearchParams | null

function demandsOf(target: string): Demands {
  const query = target.indexOf('?')
  return query === -1 ? null : new URLSearchParams(target.slice(query + 1))
}

const isBasicTaken = (demands: Demands) => demands?.get('basic')?.toLowerCase() === 'true'

function answer(exchange: Exchange, judged: GoodCredential | AppError, at: number, demands: Demands): void {
  if (isAppError(judged)) return refuseCounted(exchange, judged, demands)
  const unmet = demands && unmetDemand(judged, demands, exchange.address)
  if (unmet !== null) return refuseCounted(exchange, unmet, demands)
  count('verifications', 'ok')
  noteUse(judged.row, at, exchange.address)
  send(exchange, 200, prepareIdentity(judged))
}

function refuseCounted(exchange: Exchange, error: unknown, demands: Demands): void {
  count('verifications', isAppError(error) ? error.code : 'internal')
  refuse(exchange, error, isBasicTaken(demands) ? { basic: true, asksForBasic: true } : {})
}

function presentedKey({ request }: Exchange, basicCounts: boolean): Credential {
  const { authorization } = request.headers
  const credential = readAuthorization(authorization, countOf(request, 'authorization'), basicCounts)
  if (credential === null) throw tokenMissing(authorization)
  return credential
}

/**
 * Returns the error for an unknown or repeated parameter, or for the first demand that the key does not meet: the kind,
 * or one of the scopes. Null if the key meets them all.
 */
function unmetDemand(
  { kind, scopes }: GoodCredential,
  demands: URLSearchParams,
  address: string | null,
): AppError | null {
  const wrong = [...demands.keys()].find(
    (name) => !Object.hasOwn(verifyQuery.shape, name) || demands.getAll(name).length > 1,
  )
  if (wrong !== undefined) {
    // “scopes=write” names no known parameter. To ignore it would open the gate.
    warnOfParameter(wrong, address)
    return new AppError('parameter_unknown', {
      detail: 'Use only the parameters scope, kind and basic, each at most once',
    })
  }
  if ((demands.get('kind') ?? kind) !== kind) return new AppError('kind_not_allowed')
  const wanted = (demands.get('scope') ?? '').split(' ')
  const isHeld = wanted.every((scope) => scope === '' || scopes.includes(scope))
  return isHeld ? null : new AppError('insufficient_scope')
}
