import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { obeyAdminGroup } from '@/lib/domain/admin/accounts/obey-admin-group'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { isIdentityTaken } from '@/lib/domain/identities/identity-taken'
import { packContent, type AccountChoice, type TicketContent } from '@/lib/domain/provider-sign-in/facts'
import type { TicketMembers } from '@/lib/domain/provider-sign-in/schema'
import { settleIdentity, type Need, type Settled } from '@/lib/domain/provider-sign-in/settle-identity'
import { issueTicket, keepTicket, spendTicket, type OpenTicket, type TicketPlace } from '@/lib/domain/tickets/ticket'
import { completeSignIn, type Door, type SignIn } from '@/lib/domain/sessions/complete-sign-in'

/** A sign-in with a proven identity, at its first request or at one that continues it. */
export interface IdentitySignIn {
  provider: ProviderSettings
  content: TicketContent
  account: AccountChoice | null
  door: Door
  place: TicketPlace
  /** The ticket that this request continues with; null at the first one. */
  ticket: OpenTicket | null
  /** Whether the chosen address may get an email. */
  mayMail: boolean
}

/** How often a decision is made again because another transaction stored the identity, the username or the address. */
const RACES_MAX = 3

/**
 * Signs in with a proven identity: decides which account it leads to, creates or links that account and issues the token,
 * all in one transaction. Of racing first sign-ins one creates the account, the others sign in to it.
 * @returns null for a new account that cannot sign in before its address is confirmed
 * @throws AppError those of `settleIdentity`; account_needed, link_required and session_limit_reached with a ticket;
 * ticket_invalid, username_taken, email_taken
 */
export async function signInByIdentity(signIn: IdentitySignIn): Promise<SignIn | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(signIn)
    } catch (error) {
      const known = nameTaken(error)
      if (!isIdentityTaken(error) && known === error) throw error
      if (attempt === RACES_MAX) throw known
    }
  }
}

async function attemptOnce(signIn: IdentitySignIn): Promise<SignIn | null> {
  let userId: string | null = null
  try {
    const { need, signedIn } = await transaction(async (tx) => {
      const settled = await settleIdentity(tx, { ...signIn.content, ...signIn }, signIn.mayMail)
      if (isNeed(settled))
        return { need: needed(settled, await membersFor(tx, signIn, settled.userId)), signedIn: null }
      userId = settled.kind === 'signs_in' ? settled.account.id : null
      if (signIn.ticket !== null) await spendTicket(tx, signIn.ticket.id)
      return { need: null, signedIn: settled.kind === 'signs_in' ? await complete(tx, signIn, settled) : null }
    })
    // Thrown after the commit: the ticket has to be stored.
    if (need !== null) throw need
    return signedIn
  } catch (error) {
    if (!isAppError(error, 'session_limit_reached') || !('sessions' in error.extensions)) throw error
    // The person can choose what to sign out and continue.
    const members = await transaction((tx) => membersFor(tx, signIn, userId))
    throw new AppError(error.code, { detail: error.message, extensions: { ...error.extensions, ...members } })
  }
}

async function complete(
  tx: Db,
  { provider, content, door }: IdentitySignIn,
  { account, identityId, withPassword }: Extract<Settled, { kind: 'signs_in' }>,
): Promise<SignIn> {
  const { isInAdminGroup } = content.identity
  // Only who may sign in gets a role: completeSignIn judges the account again, and fails for both together.
  await obeyAdminGroup(tx, account, { provider: provider.id, isMember: isInAdminGroup })
  const identity = { id: identityId, provider: provider.id }
  return completeSignIn(
    tx,
    { by: 'identity', account, identity, isFresh: provider.stepUp === 'fresh', withPassword },
    door,
  )
}

function isNeed(settled: Settled): settled is Need {
  return settled.kind === 'account_needed' || settled.kind === 'link_required'
}

/** Returns what a person needs to continue. The ticket is the one that came with the request, or a new one. */
async function membersFor(
  tx: Db,
  { ticket, place, content }: IdentitySignIn,
  userId: string | null,
): Promise<TicketMembers> {
  const packed = packContent(content)
  if (ticket !== null) await keepTicket(tx, ticket.id, userId, packed)
  const text = ticket?.text ?? (await issueTicket(tx, place, userId, packed))
  return { ticket: text, ...(content.next !== null && { next: content.next }) }
}

function needed(need: Need, base: TicketMembers): AppError {
  if (need.kind === 'account_needed') {
    const extensions = { ...base, suggested: need.suggested, email_needed: need.emailNeeded } satisfies TicketMembers
    const detail = 'You don’t have an account here yet. Continue with account and the ticket.'
    return new AppError('account_needed', { detail, extensions: { ...extensions } })
  }
  const extensions = { ...base, choices: need.choices } satisfies TicketMembers
  return new AppError('link_required', { detail: linkDetail(need.choices), extensions: { ...extensions } })
}

function linkDetail(choices: readonly string[]): string {
  const known = 'An account here already has your email address.'
  if (choices.length > 0) return `${known} Continue with one of choices and the ticket.`
  return `${known} Sign in to it another way, then add this provider in its security settings.`
}
