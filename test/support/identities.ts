import { randomUUID } from 'node:crypto'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS } from '@/lib/base/durations'
import { database } from '@/lib/db/client'
import type { Identity } from '@/lib/db/generated/sqlite/client'

const ISSUER = 'https://id.acme.example'

/** The settings of one provider, which no test visits. */
export const ACME = { PROVIDERS: 'acme', PROVIDER_ACME_CLIENT_ID: 'latchkey', PROVIDER_ACME_ISSUER: ISSUER } as const

interface IdentityOptions {
  email?: string
  username?: string
  /** How many days ago it was created and last used. */
  daysUnused?: number
}

/** Creates an identity of an account at a provider. */
export async function newIdentity(
  { id: userId }: { id: string },
  provider = 'acme',
  { daysUnused = 0, ...shown }: IdentityOptions = {},
): Promise<Identity> {
  const at = secondsAfter(now(), -daysUnused * DAY_SECONDS)
  const data = { userId, provider, issuer: ISSUER, subject: randomUUID(), ...shown, createdAt: at, lastUsedAt: at }
  return database().identity.create({ data })
}

/** Leaves an account without a password. */
export async function withoutPassword({ id }: { id: string }): Promise<Account> {
  return database().user.update({ where: { id }, data: { passwordHash: null } })
}
