import type { Account } from '@/lib/domain/accounts/account-store'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { TokenKind } from '@/lib/keys/token-key'
import { call } from '@/test/support/requests/api'
import type { AskInput } from '@/test/support/requests/ask-contract'
import { handlersOf, methodOf } from '@/test/support/requests/contract-routes'
import { presented } from '@/test/support/requests/contract-subject'
import { newAccount, newToken } from '@/test/support/factories'

/** The address, client, and request id of every requested act. */
export const WHENCE = { address: '203.0.113.7', userAgent: 'acts/1.0', requestId: 'request-of-the-act' } as const

/** What an audit row must say, except when it happened and where the request came from. */
export interface Told {
  action: AuditAction
  actorUserId: string | null
  actorTokenId: string | null
  userId: string | null
  targetType: string
  targetId: string
  details: Record<string, unknown>
}

/** The result of an act. */
export interface Outcome {
  /** The HTTP status, or null for an act without a request. */
  status: number | null
  text: string
  // Acts inspect answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
}

/** An act that is ready to be performed. */
export interface ReadyAct {
  /** Performs the act. @throws if the act involves no request and fails */
  perform(): Promise<Outcome>
  /** The expected status, or null for an act without a request. */
  status: number | null
  /** Whether the audit rows carry the context of a request. */
  isAsked: boolean
  /** Returns every audit row that the act must leave, given its answer. */
  rows(json: Outcome['json']): Told[] | Promise<Told[]>
  /** The actions that an earlier, separately committed step leaves even if the change cannot be committed. */
  standing?: readonly AuditAction[]
}

/** The ways to perform one audited action, by who performs it. Each prepares what it needs. */
export type Doors = Readonly<Record<string, () => Promise<ReadyAct>>>

/** Who acts: an account and the token it acts with, if any, or null for the server itself. */
export type Actor = { userId: string; tokenId?: string } | null

const told = (action: AuditAction, actor: Actor, userId: string | null, details: Told['details']) => ({
  action,
  actorUserId: actor?.userId ?? null,
  actorTokenId: actor?.tokenId ?? null,
  userId,
  details,
})

/** Returns the audit row of an action on an account. */
export const onAccount = (action: AuditAction, id: string, actor: Actor, details: Told['details'] = {}): Told => ({
  ...told(action, actor, id, details),
  targetType: 'account',
  targetId: id,
})

/** Returns the audit row of an action on a token of an account. */
export const onToken = (
  action: AuditAction,
  id: string,
  { id: owner }: { id: string },
  actor: Actor,
  details: Told['details'] = {},
): Told => ({ ...told(action, actor, owner, details), targetType: 'token', targetId: id })

/** Returns the audit row of an action on another target, which concerns only the acting account. */
export const onThing = (
  action: AuditAction,
  [targetType, targetId]: ['invite' | 'signing_key' | 'instance' | 'device_request' | 'identity', string],
  actor: Actor,
  details: Told['details'] = {},
): Told => ({ ...told(action, actor, actor?.userId ?? null, details), targetType, targetId })

/** Returns an act that is requested at an endpoint. */
export function asked(
  contract: Contract,
  input: AskInput,
  rows: ReadyAct['rows'],
  status: number = contract.status,
): ReadyAct {
  const method = methodOf(contract)
  const perform = async () => {
    const handlers = await handlersOf(contract.path)
    return call(handlers[method], { method, context: WHENCE, ...input })
  }
  return { perform, status, isAsked: true, rows }
}

/** Returns an act without a request, which `work` performs. */
export function unasked(work: () => Promise<unknown>, rows: ReadyAct['rows']): ReadyAct {
  const perform = async () => ({ status: null, text: '', json: await work() })
  return { perform, status: null, isAsked: false, rows }
}

/** An account that is signed in and has just confirmed its password. */
export interface Person {
  account: Account
  actor: { userId: string; tokenId: string }
  /** The part of a request that carries the credential. */
  credential: AskInput
}

/** Creates an account with a session or an app. */
export async function newPerson(kind: 'session' | 'device' = 'device', isAdmin = false): Promise<Person> {
  const account = await newAccount({ isAdmin })
  const { id, key } = await newToken(account, kind)
  return { account, actor: { userId: account.id, tokenId: id }, credential: presented(kind, key) }
}

/** Creates an administrator with an app. */
export const newAdministrator = async () => newPerson('device', true)

/** Returns the id of the account’s newest live token of a kind. */
export async function newestToken({ id: userId }: Account, kind: TokenKind): Promise<string> {
  const where = { userId, kind, revokedAt: null }
  return (await database().token.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })).id
}
