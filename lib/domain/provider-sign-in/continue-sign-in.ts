import { countEmailProbe, tellHolderOfAddress } from '@/lib/domain/accounts/registration/address-in-use'
import { redeemInvitation } from '@/lib/domain/accounts/registration/registration-mode'
import { confirmPasswordOf } from '@/lib/domain/accounts/sign-in/confirm-password-of'
import { requirePasswords } from '@/lib/domain/authority/usable-password'
import { digestOf } from '@/lib/base/crypto/digest'
import { settings } from '@/lib/base/env'
import { AppError, invalidField, isAppError } from '@/lib/base/errors/app-error'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'
import { unpackContent, verifiedEmailOf, type SignInFacts } from '@/lib/domain/provider-sign-in/facts'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import { signInByIdentity, type IdentitySignIn } from '@/lib/domain/provider-sign-in/sign-in-by-identity'
import { openTicket, spendTicket, type OpenTicket } from '@/lib/domain/tickets/ticket'
import { getProvider } from '@/lib/domain/providers/get-provider'
import { programDoor, sessionDoor, type Door, type SignIn } from '@/lib/domain/sessions/complete-sign-in'
import { findReplacedSessions } from '@/lib/domain/sessions/replaced-session'

/** What a browser sends besides the body. */
export interface Browser {
  journeyCookies: readonly string[]
  sessionCookies: readonly string[]
  /** The mark of an earlier sign-in. */
  knownDevice: string | null
}

/**
 * Continues the sign-in of a browser with a ticket, which must come with the cookie of the visit that it belongs to.
 * @returns null for a new account that cannot sign in before its address is confirmed
 * @throws AppError ticket_invalid, password_incorrect, password_sign_in_disabled, invalid_input, busy, and those of
 * `signInByIdentity`
 */
export async function continueSession(input: ContinueInput, browser: Browser): Promise<SignIn | null> {
  const cookieDigests = browser.journeyCookies.map((cookie) => digestOf(cookie))
  const ticket = await openTicket(input.ticket, 'session', cookieDigests)
  const { knownDevice } = browser
  const replaced = await findReplacedSessions(browser.sessionCookies)
  return continueWith(ticket, input, { ...sessionDoor({ knownDevice }), replaced }, knownDevice)
}

/** Continues the sign-in of an app with a ticket. @returns null and @throws as `continueSession` */
export async function continueLogin(input: ContinueInput): Promise<SignIn | null> {
  const ticket = await openTicket(input.ticket, 'login', null)
  return continueWith(ticket, input, programDoor('device', unpackContent(ticket.content).deviceName ?? undefined), null)
}

async function continueWith(
  ticket: OpenTicket,
  input: ContinueInput,
  door: Door,
  knownDevice: string | null,
): Promise<SignIn | null> {
  const content = unpackContent(ticket.content)
  const provider = getProvider(content.identity.provider)
  requireEmailIfNeeded(content, input)
  const shownPassword =
    input.password === undefined ? content.shownPassword : await show(ticket, input.password, knownDevice)
  const startsFresh = content.startsFresh || input.start_fresh === true
  const { email } = input.account ?? {}
  const signIn: IdentitySignIn = {
    provider,
    content: { ...content, shownPassword, startsFresh },
    account: input.account ?? null,
    door: { ...door, signOut: input.sign_out ?? [] },
    place: ticket,
    ticket,
    mayMail: email !== undefined && (await mayMailTo(email)),
  }
  try {
    return await signInByIdentity(signIn)
  } catch (error) {
    if (isAppError(error, 'email_taken') && email !== undefined) return hideTakenAddress(signIn, email, error)
    throw inAccountField(error)
  }
}

/**
 * Verifies the password of the account that the ticket depends on. The transaction that links it compares the hash.
 * @throws AppError password_incorrect, password_sign_in_disabled, invalid_input, busy
 */
async function show({ userId }: OpenTicket, password: string, knownDevice: string | null) {
  requirePasswords(null)
  if (userId === null) throw invalidField('/password', 'Omit it: there is no account to link')
  return { userId, hash: await confirmPasswordOf(userId, password, knownDevice) }
}

function requireEmailIfNeeded({ identity }: SignInFacts, { account }: ContinueInput): void {
  if (account === undefined) return
  const isNeeded = verifiedEmailOf(identity) === null
  if (isNeeded && account.email === undefined) throw invalidField('/account/email', 'Enter an email address')
  if (!isNeeded && account.email !== undefined) {
    throw invalidField('/account/email', 'Omit it: the provider confirmed your email address')
  }
}

/**
 * Answers as at registration when the chosen address has an account: where addresses must be confirmed, only an email
 * tells. A second sign-in of the identity would tell too, so these answers are counted either way.
 */
async function hideTakenAddress(
  { provider, content, account, ticket, mayMail }: IdentitySignIn,
  email: string,
  error: AppError,
) {
  await countEmailProbe()
  if (!settings().REQUIRE_EMAIL_VERIFICATION || account === null || ticket === null) throw inAccountField(error)
  const { username } = account
  try {
    await tellHolderOfAddress({ username, email }, mayMail, async (tx) => {
      if (provider.provision === 'registration') {
        await redeemInvitation(tx, { email, ...(content.invite !== null && { invite: content.invite }) })
      }
      await spendTicket(tx, ticket.id)
    })
    return null
  } catch (taken) {
    throw inAccountField(taken)
  }
}

/** Points at the field of the account, which is one level deeper here than where the error comes from. */
function inAccountField(error: unknown): unknown {
  if (!isAppError(error, 'username_taken') && !isAppError(error, 'email_taken')) return error
  const { code, message: detail } = error
  const errors = error.errors.map((one) => ({ ...one, pointer: `/account${one.pointer}` }))
  return new AppError(code, { detail, errors, cause: error })
}
