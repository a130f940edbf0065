import { now, secondsAfter } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import { randomSecret } from '@/lib/base/crypto/random'
import { transaction } from '@/lib/db/transaction'
import { getProvider } from '@/lib/domain/providers/get-provider'
import { insertNonce } from '@/lib/domain/providers/journey-store'
import { JOURNEY_SECONDS } from '@/lib/domain/providers/schema'

/** Creates a nonce for an app that signs in with an ID token of this provider. @throws AppError provider_not_found */
export async function issueNonce(providerId: string): Promise<{ nonce: string; expires_in: number }> {
  const { id: provider } = getProvider(providerId)
  const nonce = randomSecret()
  const createdAt = now()
  const expiresAt = secondsAfter(createdAt, JOURNEY_SECONDS)
  await transaction((tx) => insertNonce(tx, { digest: digestOf(nonce), provider, createdAt, expiresAt }))
  return { nonce, expires_in: JOURNEY_SECONDS }
}
