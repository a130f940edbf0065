import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Journey, Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'

type NewJourney = Omit<Prisma.JourneyUncheckedCreateInput, 'id' | 'usedAt'>
type NewNonce = Omit<Prisma.SignInNonceUncheckedCreateInput, 'id' | 'usedAt'>

const isUsable = () => ({ usedAt: null, expiresAt: { gt: now() } })

/** Stores a visit to a provider, found by the digest of its cookie. */
export async function insertJourney(tx: Db, journey: NewJourney): Promise<void> {
  await tx.journey.create({ data: journey })
}

/** Uses up a visit in one statement: of any number of concurrent callers, one gets its row. */
export async function useJourneyForAuthentication(
  tx: Db,
  provider: string,
  cookieDigest: Uint8Array<ArrayBuffer>,
): Promise<Journey | null> {
  const [used] = await tx.journey.updateManyAndReturn({
    where: { cookieDigest, provider, ...isUsable() },
    data: { usedAt: now() },
  })
  return used ?? null
}

/** Stores a nonce as its digest. */
export async function insertNonce(tx: Db, nonce: NewNonce): Promise<void> {
  await tx.signInNonce.create({ data: nonce })
}

/** Returns whether a nonce can still be used. */
export async function isNonceUsable(provider: string, digest: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return reading(async (db) => (await db.signInNonce.count({ where: { digest, provider, ...isUsable() } })) > 0)
}

/** Uses up a nonce in one statement: of any number of concurrent callers, one gets true. */
export async function useNonce(tx: Db, provider: string, digest: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { count } = await tx.signInNonce.updateMany({
    where: { digest, provider, ...isUsable() },
    data: { usedAt: now() },
  })
  return count === 1
}
