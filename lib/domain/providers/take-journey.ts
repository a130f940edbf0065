import * as z from 'zod'
import { digestOf } from '@/lib/base/crypto/digest'
import { seal, unseal } from '@/lib/base/crypto/seal'
import { instanceSecret } from '@/lib/base/instance-secret'
import { transaction } from '@/lib/db/transaction'
import { useJourneyForAuthentication } from '@/lib/domain/providers/journey-store'
import { providerFailed } from '@/lib/domain/providers/provider-failed'
import type { JourneyIntent } from '@/lib/domain/providers/schema'

const journeySecrets = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The page of ours to open afterwards. */
  next: z.string(),
  /** The secret of an invitation link. */
  invite: z.string().nullable(),
  /** Whether the person showed the setup code, and so may become the first administrator. */
  isSetup: z.boolean(),
})

/** What a visit to a provider keeps secret until the browser returns. */
export type JourneySecrets = z.infer<typeof journeySecrets>

/** A visit to a provider from which the browser has returned. */
export interface Journey extends JourneySecrets {
  intent: JourneyIntent
  /** For link and step_up: the session that started the visit, and its account. The session must be the same now. */
  tokenId: string | null
  userId: string | null
  startedAt: Date
  cookieDigest: Uint8Array<ArrayBuffer>
}

const label = (provider: string) => `journey.${provider}`

/** Encrypts what a visit keeps secret. */
export function sealJourney(provider: string, secrets: JourneySecrets): Uint8Array<ArrayBuffer> {
  return seal(instanceSecret(), label(provider), JSON.stringify(secrets))
}

/**
 * Uses up the visit to a provider that this browser started. `cookies` are all values of the journey cookie. Of any number
 * of concurrent requests one succeeds, and a visit that failed afterwards cannot be tried again. The caller compares
 * `tokenId` with the current session.
 * @throws AppError provider_failed if the visit is unknown, expired, already used, or of another browser
 */
export async function takeJourney(provider: string, cookies: readonly string[]): Promise<Journey> {
  const [cookie, second] = cookies
  // With two cookies, one of them may come from another site on the same domain.
  if (cookie === undefined || second !== undefined) throw providerFailed()
  const found = await transaction((tx) => useJourneyForAuthentication(tx, provider, digestOf(cookie)))
  if (found === null) throw providerFailed()
  const { intent, tokenId, userId, createdAt: startedAt, cookieDigest } = found
  const secrets = unsealJourney(provider, found.sealed)
  return { ...secrets, intent, tokenId, userId, startedAt, cookieDigest: new Uint8Array(cookieDigest) }
}

/** @throws AppError provider_failed if the instance secret has changed meanwhile */
function unsealJourney(provider: string, sealed: Uint8Array): JourneySecrets {
  try {
    return journeySecrets.parse(JSON.parse(unseal(instanceSecret(), label(provider), sealed)))
  } catch (cause) {
    throw providerFailed(cause)
  }
}
