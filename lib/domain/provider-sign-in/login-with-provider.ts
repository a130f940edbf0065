import { checkAll } from '@/lib/base/errors/check-all'
import { invalidField } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { noAnswers } from '@/lib/domain/provider-sign-in/facts'
import type { ProviderLoginInput } from '@/lib/domain/provider-sign-in/schema'
import { signInByIdentity } from '@/lib/domain/provider-sign-in/sign-in-by-identity'
import { getProvider } from '@/lib/domain/providers/get-provider'
import { proveByCode, proveByIdToken } from '@/lib/domain/providers/prove-identity'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { programDoor, type SignIn } from '@/lib/domain/sessions/complete-sign-in'

/**
 * Signs in an app with what a provider gave it. Access tokens are not accepted: they do not say for whom they were issued.
 * @throws AppError provider_not_found, invalid_input, provider_failed, provider_unavailable, provider_not_allowed, and
 * those of `signInByIdentity`
 */
export async function loginWithProvider(providerId: string, input: ProviderLoginInput): Promise<SignIn> {
  const provider = getProvider(providerId)
  const identity = await prove(provider, input)
  const { device_name: deviceName, sign_out: signOut = [] } = input
  const signIn = await signInByIdentity({
    provider,
    content: { ...noAnswers, identity, invite: null, isSetup: false, next: null, deviceName: deviceName ?? null },
    account: null,
    door: { ...programDoor('device', deviceName), signOut },
    place: { door: 'login', cookieDigest: null },
    ticket: null,
    mayMail: false,
  })
  if (signIn === null) throw new Error('A first request creates no account')
  return signIn
}

async function prove(provider: ProviderSettings, input: ProviderLoginInput): Promise<ProvenIdentity> {
  const { id_token: idToken, code, code_verifier: codeVerifier, redirect_uri: redirectUri, nonce } = input
  if (idToken !== undefined) {
    if (provider.kind === 'github') throw invalidField('/id_token', 'GitHub issues no ID tokens: send code')
    if (code !== undefined) throw invalidField('/code', 'Send either id_token or code')
    return proveByIdToken(provider, { idToken, nonce: given('/nonce', nonce) })
  }
  const [theCode, theVerifier, theUri, theNonce] = checkAll(
    () => given('/code', code),
    () => given('/code_verifier', codeVerifier),
    () => given('/redirect_uri', redirectUri),
    () => (provider.kind === 'github' ? null : given('/nonce', nonce)),
  )
  return proveByCode(provider, { code: theCode, codeVerifier: theVerifier, redirectUri: theUri, nonce: theNonce })
}

function given(pointer: string, value: string | undefined): string {
  if (value === undefined) throw invalidField(pointer, 'Required')
  return value
}
