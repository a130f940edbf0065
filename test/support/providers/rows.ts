import { randomUUID } from 'node:crypto'
import { secondsAfter } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import { database } from '@/lib/db/client'

/** Creates a visit to a provider, a nonce and a ticket, all at the same time. They expire after 10 minutes. */
export async function newVisitRows(createdAt: Date): Promise<void> {
  const times = { createdAt, expiresAt: secondsAfter(createdAt, 600) }
  const sealed = new Uint8Array([1])
  const digest = () => digestOf(randomUUID())
  await database().journey.create({
    data: { cookieDigest: digest(), provider: 'acme', intent: 'sign_in', sealed, ...times },
  })
  await database().signInNonce.create({ data: { digest: digest(), provider: 'acme', ...times } })
  await database().signInTicket.create({ data: { digest: digest(), door: 'login', sealed, ...times } })
}

/** Returns how many visits to providers, nonces and tickets there are. */
export async function countVisitRows(): Promise<number[]> {
  return [await database().journey.count(), await database().signInNonce.count(), await database().signInTicket.count()]
}
