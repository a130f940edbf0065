import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { isNoEmail } from '@/lib/base/schema/no-email'
import type { ContinueInput } from '@/lib/domain/provider-sign-in/schema'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

/** The account that a newcomer asked for. */
export type AccountChoice = NonNullable<ContinueInput['account']>

/** Everything that decides which account a proven identity leads to. A ticket keeps it from one request to the next. */
export interface SignInFacts {
  identity: ProvenIdentity
  /** The secret of the invitation that came with the visit to the provider. */
  invite: string | null
  /** Whether the person has shown the setup code. */
  isSetup: boolean
  /** The account whose password the person has shown, and the hash that matched. */
  shownPassword: { userId: string; hash: PasswordHash } | null
  /** Whether the person wants a new account with the address that another account never confirmed. */
  startsFresh: boolean
}

/** The facts at a provider, with the account that this request asks for. */
export interface Situation extends SignInFacts {
  provider: ProviderSettings
  account: AccountChoice | null
}

/** The address that the provider vouches for, or null. No other address of the provider ever finds an account. */
export function verifiedEmailOf({ email, emailVerified }: ProvenIdentity): string | null {
  return emailVerified && email !== null && !isNoEmail(email) ? email : null
}

/** What a person has answered before the first request. */
export const noAnswers = { shownPassword: null, startsFresh: false } as const

/** What a ticket keeps from one request to the next. */
export interface TicketContent extends SignInFacts {
  /** The path to open after the sign-in; null for an app. */
  next: string | null
  deviceName: string | null
}

/** Writes the content of a ticket. When the person entered a credential at the provider does not matter from here on. */
export function packContent({ identity, ...content }: TicketContent): string {
  return JSON.stringify({ ...content, identity: { ...identity, authenticatedAt: null } })
}

/** Reads the content of a ticket. */
export function unpackContent(text: string): TicketContent {
  return JSON.parse(text) as TicketContent
}
