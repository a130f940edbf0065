import type { Account } from '@/lib/domain/accounts/account-store'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { database } from '@/lib/db/client'
import type { Contract } from '@/lib/base/contract'
import type { TokenKind } from '@/lib/keys/token-key'
import { call } from '@/test/support/api'
import type { AskInput } from '@/test/support/ask-contract'
import { handlersOf, methodOf } from '@/test/support/contract-routes'
import { presented } from '@/test/support/contract-subject'
import { newAccount, newToken } from '@/test/support/factories'

/** From where acts are asked for. */
export const WHENCE = { address: '203.0.113.7', userAgent: 'acts/1.0', requestId: 'request-of-the-act' } as const

/** What a row of the trail must say, beside when and from where. */
export interface Told {
  action: AuditAction
  actorUserId: string | null
  actorTokenId: string | null
  userId: string | null
  targetType: string
  targetId: string
  details: Record<string, unknown>
}

/** What came of an act. */
export interface Outcome {
  /** Null where nobody asked. */
  status: number | null
  text: string
  // Acts look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
}

/** An act that can be done now. */
export interface ReadyAct {
  /** Does it. @throws where nobody asks, and it cannot be done */
  perform(): Promise<Outcome>
  /** What it answers when it is done. */
  status: number | null
  /** Whether its rows name a request. */
  isAsked: boolean
  /** Every row that it leaves, after it answered `json`. */
  rows(json: Outcome['json']): Told[] | Promise<Told[]>
  /** What an earlier step, done by itself, leaves even when the change cannot be committed. */
  standing?: readonly AuditAction[]
}

/** The ways to do one thing that the trail tells of, by who does it; each makes ready what it needs. */
export type Doors = Readonly<Record<string, () => Promise<ReadyAct>>>

/** Who does something: an account, and the token through which it acts where there is one; null for the server itself. */
export type Actor = { userId: string; tokenId?: string } | null

const told = (action: AuditAction, actor: Actor, userId: string | null, details: Told['details']) => ({
  action,
  actorUserId: actor?.userId ?? null,
  actorTokenId: actor?.tokenId ?? null,
  userId,
  details,
})

/** The row of what happens to an account. */
export const onAccount = (action: AuditAction, id: string, actor: Actor, details: Told['details'] = {}): Told => ({
  ...told(action, actor, id, details),
  targetType: 'account',
  targetId: id,
})

/** The row of what happens to a token of an account. */
export const onToken = (
  action: AuditAction,
  id: string,
  { id: owner }: { id: string },
  actor: Actor,
  details: Told['details'] = {},
): Told => ({ ...told(action, actor, owner, details), targetType: 'token', targetId: id })

/** The row of what happens to something else, and concerns its doer alone. */
export const onThing = (
  action: AuditAction,
  [targetType, targetId]: ['invite' | 'signing_key' | 'instance', string],
  actor: Actor,
  details: Told['details'] = {},
): Told => ({ ...told(action, actor, actor?.userId ?? null, details), targetType, targetId })

/** An act that is asked for at an endpoint. */
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

/** An act that nobody asks for by a request; `work` does it. */
export function unasked(work: () => Promise<unknown>, rows: ReadyAct['rows']): ReadyAct {
  const perform = async () => ({ status: null, text: '', json: await work() })
  return { perform, status: null, isAsked: false, rows }
}

/** Somebody who is signed in, and has just shown the password. */
export interface Person {
  account: Account
  actor: { userId: string; tokenId: string }
  /** What makes a request theirs. */
  credential: AskInput
}

/** A person with a device or a session. */
export async function newPerson(kind: 'session' | 'device' = 'device', isAdmin = false): Promise<Person> {
  const account = await newAccount({ isAdmin })
  const { id, key } = await newToken(account, kind)
  return { account, actor: { userId: account.id, tokenId: id }, credential: presented(kind, key) }
}

/** A person who administers. */
export const newAdministrator = async () => newPerson('device', true)

/** The token of a kind that an account got last. */
export async function newestToken({ id: userId }: Account, kind: TokenKind): Promise<string> {
  const where = { userId, kind, revokedAt: null }
  return (await database().token.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })).id
}
