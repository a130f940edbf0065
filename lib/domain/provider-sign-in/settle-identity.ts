import { confirmEmail } from '@/lib/domain/accounts/profile/confirm-email'
import { holdAccountWithEmail } from '@/lib/domain/accounts/hold-account'
import { releaseEmail } from '@/lib/domain/accounts/release-email'
import { mayActAtAll, type Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { identityRefused } from '@/lib/domain/accounts/sign-in/note-sign-in'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { lockAdministrators } from '@/lib/domain/authority/transaction-as'
import { passwordIncorrect } from '@/lib/domain/authority/password-incorrect'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import type { Db } from '@/lib/db/client'
import { addIdentity } from '@/lib/domain/identities/add-identity'
import { recognizeIdentity } from '@/lib/domain/identities/recognize-identity'
import { verifiedEmailOf, type Situation } from '@/lib/domain/provider-sign-in/facts'
import { provisionAccount } from '@/lib/domain/provider-sign-in/provision-account'
import {
  isNewAccountAllowed,
  requireNewAccountAllowed,
} from '@/lib/domain/provider-sign-in/require-new-account-allowed'
import { suggestUsername } from '@/lib/domain/provider-sign-in/suggest-username'

/** What a proven identity leads to. */
export type Settled =
  | { kind: 'signs_in'; account: Account; identityId: string; withPassword: boolean }
  /** A new account that cannot sign in before its address is confirmed. */
  | { kind: 'must_confirm' }
  | Need

/** What a person has to answer before the identity leads anywhere. */
export type Need =
  | { kind: 'account_needed'; userId: null; suggested: string; emailNeeded: boolean }
  | { kind: 'link_required'; userId: string; choices: ('password' | 'start_fresh')[] }

/**
 * Decides which account a proven identity leads to, in the transaction that acts on it, under locks that keep the
 * decision true:
 * - A known identity leads to its account.
 * - A verified address of an account leads to that account if LINK allows it and the account confirmed the address and
 *   is not an administrator’s. Otherwise the person shows its password.
 * - An address that its account never confirmed leads there only with the password. Who proved the address may take it
 *   to a new account instead, which inherits nothing else.
 * - Anyone else gets a new account, where that is allowed.
 * @throws AppError credentials_invalid, password_incorrect, registration_closed, code_invalid, email_taken
 */
export async function settleIdentity(tx: Db, situation: Situation, mayMail: boolean): Promise<Settled> {
  const { provider, identity, isSetup } = situation
  if (provider.adminGroup !== null || isSetup) await lockAdministrators(tx)
  const known = await recognizeIdentity(tx, identity)
  if (known !== null) {
    return { kind: 'signs_in', account: known.account, identityId: known.identity.id, withPassword: false }
  }
  const email = verifiedEmailOf(identity)
  const holder = email === null ? null : await holdAccountWithEmail(tx, email)
  if (holder !== null) return settleHolder(tx, situation, holder)
  return settleNewcomer(tx, situation, mayMail)
}

/** Decides about an account that has the verified address of the identity. */
async function settleHolder(tx: Db, situation: Situation, holder: Account): Promise<Settled> {
  const { provider, identity, shownPassword, startsFresh } = situation
  if (shownPassword?.userId === holder.id) return linkByPassword(tx, situation, holder)
  if (holder.emailVerifiedAt !== null) {
    if (!holder.isActive) throw identityRefused()
    // An administrator’s account is worth more than an address: it takes the password.
    if (provider.link === 'verified' && !holder.isAdmin) {
      const { id: identityId } = await addIdentity(tx, identity, {
        actor: { userId: holder.id },
        proof: 'verified_email',
      })
      return { kind: 'signs_in', account: holder, identityId, withPassword: false }
    }
    return linkRequired(holder, false)
  }
  return startsFresh
    ? startFresh(tx, situation, holder)
    : linkRequired(holder, await isNewAccountAllowed(tx, situation))
}

function linkRequired(holder: Account, canStartFresh: boolean): Need {
  const choices = [
    ...(holder.isActive && hasUsablePassword(holder) ? (['password'] as const) : []),
    ...(canStartFresh ? (['start_fresh'] as const) : []),
  ]
  return { kind: 'link_required', userId: holder.id, choices }
}

/** Links the account whose password was shown. Its address counts as confirmed then: the provider vouches for it. */
async function linkByPassword(tx: Db, { identity, shownPassword }: Situation, holder: Account): Promise<Settled> {
  const { id: userId, emailVerifiedAt, isActive } = holder
  const isShown = hasUsablePassword(holder) && holder.passwordHash === shownPassword?.hash
  if (!isActive || !isShown) throw passwordIncorrect('/password')
  const { id: identityId } = await addIdentity(tx, identity, { actor: { userId }, proof: 'password' })
  if (emailVerifiedAt === null && (await confirmEmail(tx, userId, holder.email))) {
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.email_confirmed', actor: { userId }, userId, target })
  }
  return { kind: 'signs_in', account: holder, identityId, withPassword: true }
}

/** Takes the unconfirmed address to a new account. The other account keeps everything else. */
async function startFresh(tx: Db, situation: Situation, holder: Account): Promise<Settled> {
  await requireNewAccountAllowed(tx, situation)
  if (situation.account === null) return accountNeeded(tx, situation)
  await releaseEmail(tx, holder)
  const settled = await settleNewcomer(tx, situation, false)
  if (settled.kind !== 'signs_in') return settled
  const { id: userId } = settled.account
  await recordAudit(tx, {
    action: 'identity.started_fresh',
    actor: { userId },
    // Not the other account’s business: its owner must not see the address and the client of this person.
    userId,
    target: { type: 'account', id: holder.id },
    details: { provider: situation.provider.id },
  })
  return settled
}

async function settleNewcomer(tx: Db, situation: Situation, mayMail: boolean): Promise<Settled> {
  const admission = await requireNewAccountAllowed(tx, situation)
  const { account: choice } = situation
  if (choice === null) return accountNeeded(tx, situation)
  const provisioned = await provisionAccount(tx, situation, { choice, admission, mayMail })
  if (!mayActAtAll(provisioned.account)) return { kind: 'must_confirm' }
  return { kind: 'signs_in', withPassword: false, ...provisioned }
}

async function accountNeeded(tx: Db, { identity }: Situation): Promise<Need> {
  const emailNeeded = verifiedEmailOf(identity) === null
  return { kind: 'account_needed', userId: null, suggested: await suggestUsername(tx, identity), emailNeeded }
}
