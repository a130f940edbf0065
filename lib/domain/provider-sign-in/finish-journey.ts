import { getProvider } from '@/lib/domain/providers/get-provider'
import { proveByCallback } from '@/lib/domain/providers/prove-identity'
import { takeJourney } from '@/lib/domain/providers/take-journey'
import type { Browser } from '@/lib/domain/provider-sign-in/continue-sign-in'
import { noAnswers } from '@/lib/domain/provider-sign-in/facts'
import { linkProvider } from '@/lib/domain/provider-sign-in/link-provider'
import { signInByIdentity } from '@/lib/domain/provider-sign-in/sign-in-by-identity'
import { stepUpAtProvider, type ProviderStepUp } from '@/lib/domain/provider-sign-in/step-up-at-provider'
import type { IdentityView } from '@/lib/domain/identities/schema'
import { sessionDoor, type SignIn } from '@/lib/domain/sessions/complete-sign-in'
import { findReplacedSessions } from '@/lib/domain/sessions/replaced-session'
import type { Principal } from '@/lib/keys/principal'

/** What a visit to a provider has led to, and the page to open next. */
export type Finished = { next: string } & (
  | { intent: 'sign_in'; signIn: SignIn }
  | { intent: 'link'; identity: IdentityView }
  | ({ intent: 'step_up' } & ProviderStepUp)
)

/**
 * Finishes a visit to a provider with the query string that it sent. `principal` is the browser’s session, if any: it
 * must be the one that the visit began in, unless the visit was to sign in.
 * @throws AppError provider_not_found, provider_denied, provider_failed, provider_unavailable, provider_not_allowed,
 * identity_taken, and those of `signInByIdentity`
 */
export async function finishJourney(
  principal: Principal<'session'> | null,
  providerId: string,
  query: string,
  browser: Browser,
): Promise<Finished> {
  const provider = getProvider(providerId)
  const journey = await takeJourney(providerId, browser.journeyCookies)
  const identity = await proveByCallback(provider, journey, query)
  const { next } = journey
  if (journey.intent === 'link') {
    return { intent: 'link', next, identity: await linkProvider(principal, journey, identity) }
  }
  if (journey.intent === 'step_up') {
    return { intent: 'step_up', next, ...(await stepUpAtProvider(principal, journey, provider, identity)) }
  }
  const signIn = await signInByIdentity({
    provider,
    content: { ...noAnswers, identity, invite: journey.invite, isSetup: journey.isSetup, next, deviceName: null },
    account: null,
    door: {
      ...sessionDoor({ knownDevice: browser.knownDevice }),
      replaced: await findReplacedSessions(browser.sessionCookies),
    },
    place: { door: 'session', cookieDigest: new Uint8Array(journey.cookieDigest) },
    ticket: null,
    mayMail: false,
  })
  if (signIn === null) throw new Error('A first request creates no account')
  return { intent: 'sign_in', next, signIn }
}
