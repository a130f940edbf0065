import { randomBytes } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { Contract, CredentialKind } from '@/lib/base/contract'
import { generateKey, digestOf, hintOf, type TokenKind } from '@/lib/keys/token-key'
import { APP, type Answer } from '@/test/support/requests/api'
import { arrive, continuing, proven, withAcme, type Arrival } from '@/test/support/arrivals'
import { askContract, type AskInput } from '@/test/support/requests/ask-contract'
import { newApprovedRequest, newDeviceRequest } from '@/test/support/device-requests'
import { newCodes } from '@/test/support/codes'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { ACME, newIdentity, withoutPassword } from '@/test/support/identities'
import { newAccess, requireSigningKeys } from '@/test/support/jwt'
import { withMailServerFor } from '@/test/support/with-mail-server'
import { linkAtIssuer, provesIdentity, visitIssuer, withTestIssuer } from '@/test/support/requests/provider-visits'
import { validBody } from '@/test/support/requests/valid-input'
import { withSettings } from '@/test/support/with-settings'

/** An account that may use a contract, with everything that a request needs. */
export interface Subject {
  account: Account
  /** The id of the token that sends the request, or null on public routes. */
  callerId: string | null
  /** A valid body. */
  body: Record<string, unknown> | undefined
  /** Sends a valid request with the given parts replaced. */
  ask(input?: AskInput): Promise<Answer>
}

/** The state of a token. */
export type TokenState = 'live' | 'in grace' | 'expired' | 'revoked'

export const TOKEN_STATES: readonly TokenState[] = ['live', 'in grace', 'expired', 'revoked']

/** Creates a token in a state and returns its id. */
export async function newTokenIn(state: TokenState, owner: Account, kind: TokenKind): Promise<string> {
  const { id } = await newToken(owner, kind, { ...(state === 'expired' && { expiresAt: new Date(0) }) })
  const at = now()
  if (state === 'revoked') {
    await database().token.update({
      where: { id },
      data: { revokedAt: at, revokedReason: 'unused', liveNameKey: null },
    })
  }
  if (state === 'in grace') {
    const key = generateKey(kind)
    await database().tokenSecret.updateMany({ where: { tokenId: id }, data: { validUntil: secondsAfter(at, 600) } })
    await database().tokenSecret.create({
      data: { tokenId: id, digest: digestOf(key), hint: hintOf(key), createdAt: at },
    })
  }
  return id
}

/** Returns the token state in which a contract has something to do. */
export function fittingState({ path }: Contract): TokenState {
  if (path.endsWith('/undo')) return 'revoked'
  return path.endsWith('/end-grace') ? 'in grace' : 'live'
}

/**
 * Creates what a contract’s path can name (a token, an invitation, or an account), in a state in which the contract has
 * something to do. Returns its id.
 */
export async function newTarget(contract: Contract, owner: Account): Promise<string> {
  if (contract.path.includes('/users/')) return (await newAccount()).id
  if (contract.path.includes('/providers/')) return 'acme'
  if (contract.path.includes('/identities/')) return (await newIdentity(owner)).id
  if (!contract.path.includes('/invites/')) return newTokenIn(fittingState(contract), owner, 'personal')
  const digest = new Uint8Array(randomBytes(32))
  const at = now()
  const data = { purpose: 'invitation', digest, createdAt: at, expiresAt: secondsAfter(at, 600) } as const
  return (await database().oneTimeCode.create({ data })).id
}

interface SubjectOptions {
  /**
   * The kind of credential to use. Defaults to an app if the contract admits one, and otherwise to the first admitted
   * kind.
   */
  kind?: CredentialKind
  isAdmin?: boolean
}

/** Creates an account, a credential that `contract` admits, and a target for the path. */
export async function newSubject(contract: Contract, options: SubjectOptions = {}): Promise<Subject> {
  await withMailServerFor(contract)
  const scopes = contract.scope === undefined ? [] : [contract.scope]
  // Only an administrator’s token can have the scopes that endpoints require.
  const account = await newAccount({
    isAdmin: options.isAdmin === true || contract.role === 'admin' || scopes.length > 0,
  })
  await newCodes(account)
  if (contract.path.startsWith('/api/v1/auth/device/')) await newDeviceRequest(account)
  if (contract.path.endsWith('/oauth/token')) await newApprovedRequest(account)
  if (contract.path === '/api/v1/auth/password') await prepareFor(contract, account)
  if (/\/(?:start|nonce)$/.test(contract.path)) await withTestIssuer()
  const arrival = contract.path.endsWith('/continue') ? await newArrival(contract, account) : null
  const kind = options.kind ?? kindFor(contract.auth)
  const caller = kind && (await (kind === 'access' ? newAccess(account) : newToken(account, kind, { scopes })))
  const id = contract.params && (await newTarget(contract, account))
  const own = caller && ('refresh' in caller ? String(caller.refresh) : caller.key)
  // Personal and access tokens may revoke only themselves. A session’s or an app’s own key would revoke the caller of
  // the matrix.
  const revocable = kind === 'personal' || kind === 'access' ? own : null
  const claims = provesIdentity(contract) ? await linkAtIssuer(account) : null
  const visit: AskInput | null = arrival
    ? continuing(arrival, { password: PASSWORD })
    : claims && (await visitIssuer(contract, { claims, ...(kind === 'session' && caller && { session: caller.key }) }))
  const body = (visit?.body as Record<string, unknown> | undefined) ?? (await bodyFor(contract, account, revocable))
  const good = {
    ...(body && { body }),
    ...(id !== undefined && { params: { id } }),
    ...(kind && caller && presented(kind, caller.key)),
    // An endpoint that sets a cookie accepts only our own pages.
    ...(contract.setsCookie && { headers: { origin: APP, ...visit?.headers } }),
  }
  const ask = async (input: AskInput = {}) => {
    const headers = { ...('headers' in good ? good.headers : {}), ...input.headers }
    return askContract(contract, { ...good, ...input, headers })
  }
  return { account, callerId: caller?.id ?? null, body, ask }
}

/** Lets an identity arrive that shares the address of an account, and so needs its password. */
async function newArrival({ path }: Contract, account: Account): Promise<Arrival> {
  withAcme({ LINK: 'ask' })
  await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: now() } })
  return arrive(proven({ email: account.email }), { door: path.includes('/login/') ? 'login' : 'session' })
}

/** Leaves an account without a password that can be set, or with another way to sign in than the one to remove. */
async function prepareFor({ method }: Contract, account: Account): Promise<void> {
  if (method === 'POST') await withoutPassword(account)
  else {
    withSettings(ACME)
    await newIdentity(account)
  }
}

/** Returns a valid body, with working secrets of the account where the contract takes them. */
async function bodyFor(
  contract: Contract,
  account: Account,
  revocable: string | null,
): Promise<Record<string, unknown> | undefined> {
  const body = validBody(contract, account)
  if (isDeletion(contract)) return { password: PASSWORD }
  if (contract.path.endsWith('/auth/revoke')) return { token: revocable ?? (await newToken(account, 'personal')).key }
  if (contract.path.endsWith('/tokens/find')) return { key: (await newToken(account, 'personal')).key }
  if (!contract.path.startsWith('/api/v1/auth/jwt/') && !/token-(?:refresh|verify)$/.test(contract.path)) return body
  await requireSigningKeys()
  if (contract.path.endsWith('/token-refresh')) return { refresh: (await newToken(account, 'refresh')).key }
  return contract.path.endsWith('/token-verify') ? { token: (await newAccess(account)).key } : body
}

/** Tells whether a contract deletes the account, which needs the password of an account that has one. */
export const isDeletion = ({ method, path }: Contract) => method === 'DELETE' && path === '/api/v1/auth/user'

/** Returns an app where the contract admits one: it behaves like a session, but without the rules for cookies. */
function kindFor(auth: Contract['auth']): CredentialKind | null {
  if (auth === 'public') return null
  return auth.includes('device') ? 'device' : (auth[0] ?? 'session')
}

/** Returns the input that carries a key in the way that its kind requires. */
export function presented(kind: CredentialKind, key: string): AskInput {
  return kind === 'session' ? { session: key } : { key }
}

/** Returns a UUIDv7 that identifies nothing (RFC 9562 section 5.7). */
export function unknownId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}
