import * as oidc from 'openid-client'
import { now, secondsAfter } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import { randomSecret } from '@/lib/base/crypto/random'
import { AppError } from '@/lib/base/errors/app-error'
import { withinTimeLimit } from '@/lib/base/outbound/time-limit'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { transaction } from '@/lib/db/transaction'
import { isSetupOpen } from '@/lib/domain/accounts/registration/is-setup-open'
import { requireSetupCode, setupCodeInvalid } from '@/lib/domain/accounts/registration/require-setup-code'
import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { connectTo } from '@/lib/domain/providers/connection'
import { getProvider } from '@/lib/domain/providers/get-provider'
import { insertJourney } from '@/lib/domain/providers/journey-store'
import { callbackUrl, clientOf, PROVIDER_MS } from '@/lib/domain/providers/provider-client'
import { asProviderError } from '@/lib/domain/providers/provider-error'
import { JOURNEY_SECONDS, type JourneyIntent, type StartJourneyInput } from '@/lib/domain/providers/schema'
import { sealJourney, type JourneySecrets } from '@/lib/domain/providers/take-journey'
import type { Principal } from '@/lib/keys/principal'

/** Providers that let the person choose an account on request. Others may reject what they do not know. */
const WITH_ACCOUNT_CHOICE = ['github', 'google']

/**
 * Starts a visit to a provider. `principal` is the browser’s session, if any: only link and step_up need it. `next` must
 * be a page of ours.
 * @returns the page of the provider to open, and the value of the cookie that binds the visit to this browser
 * @throws AppError provider_not_found, provider_unavailable, setup_code_invalid, token_missing,
 * reauthentication_required, password_incorrect, busy
 */
export async function startJourney(
  principal: Principal<'session'> | null,
  providerId: string,
  input: StartJourneyInput,
): Promise<{ authorizationUrl: string; cookie: string }> {
  const provider = getProvider(providerId)
  const { intent = 'sign_in', next = '/', invite = null, setup_code: setupCode, password } = input
  const owner = await requireOwner(principal, intent, password)
  if (setupCode !== undefined) await requireSetup(setupCode)
  const [cookie, state, nonce, codeVerifier] = [randomSecret(), randomSecret(), randomSecret(), randomSecret()]
  const isSetup = setupCode !== undefined && intent === 'sign_in'
  const secrets = { state, nonce, codeVerifier, next, invite, isSetup }
  const authorizationUrl = await authorizationUrlOf(provider, intent, secrets)
  const createdAt = now()
  const journey = {
    cookieDigest: digestOf(cookie),
    provider: provider.id,
    intent,
    sealed: sealJourney(provider.id, secrets),
    createdAt,
    expiresAt: secondsAfter(createdAt, JOURNEY_SECONDS),
  }
  if (owner === null) await transaction((tx) => insertJourney(tx, journey))
  else {
    await transactionAs(owner, (tx, { userId, tokenId }) => insertJourney(tx, { ...journey, userId, tokenId }))
  }
  return { authorizationUrl, cookie }
}

/** Returns the session that a visit belongs to; null for a sign-in. A new sign-in method requires a step-up. */
async function requireOwner(
  principal: Principal<'session'> | null,
  intent: JourneyIntent,
  password: string | undefined,
): Promise<Principal | null> {
  if (intent === 'sign_in') return null
  if (principal === null) throw new AppError('token_missing')
  return intent === 'link' ? requireStepUp(principal, password) : principal
}

async function requireSetup(setupCode: string): Promise<void> {
  if (!(await isSetupOpen())) throw setupCodeInvalid('The setup is complete. Sign in without a setup code.')
  requireSetupCode(setupCode)
}

async function authorizationUrlOf(
  provider: ProviderSettings,
  intent: JourneyIntent,
  { state, nonce, codeVerifier }: JourneySecrets,
): Promise<string> {
  try {
    const client = clientOf(provider, await withinTimeLimit(PROVIDER_MS, () => connectTo(provider)))
    const url = oidc.buildAuthorizationUrl(client, {
      redirect_uri: callbackUrl(provider).href,
      scope: provider.scopes,
      state,
      ...(provider.kind === 'openid' && { nonce }),
      // Sent even if the metadata does not promise PKCE.
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(intent === 'step_up' && promptOf(provider)),
    })
    return url.href
  } catch (error) {
    throw asProviderError(provider, error)
  }
}

function promptOf({ id, stepUp }: ProviderSettings): Record<string, string> {
  if (stepUp === 'fresh') return { max_age: '0', prompt: 'login' }
  return WITH_ACCOUNT_CHOICE.includes(id) ? { prompt: 'select_account' } : {}
}
