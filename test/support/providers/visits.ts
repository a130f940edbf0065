import { onTestFinished } from 'vitest'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import type { Journey } from '@/lib/domain/providers/take-journey'
import { startHostileIssuer, type HostileIssuer } from '@/test/support/providers/hostile-issuer'
import { withProviders } from '@/test/support/providers/sign-in-at-provider'

export const STATE = 's'.repeat(43)
export const NONCE = 'n'.repeat(43)

/** Returns a visit to a provider from which the browser has returned. */
export function journey(fields: Partial<Journey> = {}): Journey {
  return {
    intent: 'sign_in',
    tokenId: null,
    userId: null,
    state: STATE,
    nonce: NONCE,
    codeVerifier: 'v'.repeat(43),
    next: '/',
    invite: null,
    isSetup: false,
    startedAt: now(),
    cookieDigest: new Uint8Array(32),
    ...fields,
  }
}

/** What an honest provider puts into the address of the callback page. */
export const QUERY = `?code=a-code&state=${STATE}`

/** Starts a hostile issuer and configures it as a provider until the running test ends. */
export async function withHostileIssuer(
  fields: Readonly<Record<string, string>> = {},
  id = 'acme',
): Promise<{ hostile: HostileIssuer; provider: ProviderSettings }> {
  const hostile = await startHostileIssuer()
  onTestFinished(() => hostile.stop())
  hostile.nonce = NONCE
  withProviders({ [id]: { ISSUER: hostile.issuer, LABEL: 'Acme', ...fields } })
  return { hostile, provider: onlyProvider() }
}

/** Returns the only configured provider. */
export function onlyProvider(): ProviderSettings {
  const [provider] = settings().providers
  if (provider === undefined) throw new Error('No provider is configured')
  return provider
}

/** Returns the code of the error that some work ends with; null if it succeeds. */
export async function codeOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  )
}
