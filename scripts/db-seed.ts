import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'
import { loadDotEnv, settings } from '@/lib/base/env'
import type { Db } from '@/lib/db/client'
import { reading, transaction } from '@/lib/db/transaction'
import { createAccountByOperator } from '@/lib/domain/accounts/registration/create-account-by-operator'
import { issueToken } from '@/lib/domain/tokens/issue-token'
import { digestOf, generateKey } from '@/lib/keys/token-key'
import { prepareDatabase } from '@/lib/process/prepare-database'

// `npm run db:seed` fills an empty database for development: people, tokens in every state, and their usage.
const PASSWORD = 'violet harbour seven lanterns'
const ADMINISTRATOR = 'ada'
const PEOPLE = [
  ADMINISTRATOR, 'grace', 'maya', 'joan', 'lin', 'omar', 'petra', 'quinn', 'rosa', 'sven', 'tara', 'umi',
] // prettier-ignore
const USAGE_DAYS = 30
const REQUESTS_MAX = 40

/** A token in one state. Days are relative to now; negative ones lie in the past. */
interface Sample {
  name: string
  scopes: readonly string[]
  createdInDays: number
  /** Null: it never expires. */
  expiresInDays: number | null
  lastUsedInDays?: number
  idleDays?: number
  revoked?: { inDays: number; reason: 'leaked' | 'unused' | 'administrator' }
  isRotating?: boolean
}

const SAMPLES: readonly Sample[] = [
  { name: 'Deploy from CI', scopes: ['read', 'write'], createdInDays: -60, expiresInDays: 30, lastUsedInDays: 0 },
  { name: 'Nightly backup', scopes: ['read'], createdInDays: -200, expiresInDays: null, lastUsedInDays: -1 },
  { name: 'Staging server', scopes: ['read'], createdInDays: -85, expiresInDays: 5, lastUsedInDays: -2 },
  { name: 'Weekend script', scopes: ['read'], createdInDays: -93, expiresInDays: -3, lastUsedInDays: -8 },
  { name: 'Never used', scopes: ['write'], createdInDays: -120, expiresInDays: null },
  { name: 'Garden sensor', scopes: ['read'], createdInDays: -40, expiresInDays: null, lastUsedInDays: -4, idleDays: 30 },
  { name: 'Being rotated', scopes: ['read'], createdInDays: -30, expiresInDays: 60, lastUsedInDays: 0, isRotating: true },
  {
    name: 'Pasted into a chat', scopes: ['write'], createdInDays: -20, expiresInDays: 70, lastUsedInDays: -6,
    revoked: { inDays: -5, reason: 'leaked' },
  },
  {
    name: 'Old laptop', scopes: ['read'], createdInDays: -300, expiresInDays: null, lastUsedInDays: -150,
    revoked: { inDays: -20, reason: 'unused' },
  },
] // prettier-ignore

const ADDRESSES = ['203.0.113.7', '2001:db8:42::17'] as const

const inDays = (days: number) => secondsAfter(now(), days * DAY_SECONDS)

async function addToken(tx: Db, userId: string, sample: Sample): Promise<string> {
  const { name, scopes, createdInDays, expiresInDays, lastUsedInDays, idleDays, revoked, isRotating } = sample
  const expiresAt = expiresInDays === null ? null : inDays(expiresInDays)
  const { token, key } = await issueToken(tx, { userId, kind: 'personal', name, scopes, expiresAt, authTime: null })
  const lastUsedAt = lastUsedInDays === undefined ? null : inDays(lastUsedInDays)
  await tx.token.update({
    where: { id: token.id },
    data: {
      createdAt: inDays(createdInDays),
      createdAddress: ADDRESSES[1],
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      lastUsedAt,
      lastUsedAddress: lastUsedAt === null ? null : ADDRESSES[0],
      ...(idleDays !== undefined && {
        idleSeconds: idleDays * DAY_SECONDS,
        idleExpiresAt: secondsAfter(lastUsedAt ?? now(), idleDays * DAY_SECONDS),
      }),
      ...(revoked && { revokedAt: inDays(revoked.inDays), revokedReason: revoked.reason, liveNameKey: null }),
    },
  })
  if (isRotating === true) await addOldSecret(tx, token.id)
  if (lastUsedInDays !== undefined) await addUsage(tx, token.id, lastUsedInDays, inDays(createdInDays))
  return key
}

/** The secret that a rotation replaced, in its grace period. */
async function addOldSecret(tx: Db, tokenId: string): Promise<void> {
  await tx.tokenSecret.create({
    data: {
      tokenId,
      digest: digestOf(generateKey('personal')),
      hint: 'lkp_…0000',
      createdAt: inDays(-30),
      validUntil: inDays(2),
      lastUsedAt: inDays(-0.1),
      lastUsedAddress: ADDRESSES[1],
    },
  })
}

/** Two addresses, more requests by day than by night, and a few that were rejected. */
async function addUsage(tx: Db, tokenId: string, lastUsedInDays: number, firstUsedAt: Date): Promise<void> {
  const lastUsedAt = inDays(lastUsedInDays - 1)
  await tx.tokenAddress.createMany({
    data: ADDRESSES.map((address) => ({ tokenId, address, firstUsedAt, lastUsedAt })),
  })
  const thisHourMs = Math.floor(now().getTime() / (HOUR_SECONDS * 1000)) * HOUR_SECONDS * 1000
  const newest = -lastUsedInDays * 24
  const hours = Array.from({ length: Math.max(0, USAGE_DAYS * 24 - newest) }, (_, index) => newest + index)
  await tx.tokenUsage.createMany({
    data: hours
      .filter((hour) => hour % 3 === 0)
      .map((hour) => ({
        tokenId,
        hour: new Date(thisHourMs - hour * HOUR_SECONDS * 1000),
        count: 1 + Math.round(REQUESTS_MAX * Math.sin(((hour % 24) / 24) * Math.PI)),
        refused: hour % 45 === 0 ? 2 : 0,
      })),
  })
}

async function seed(): Promise<string> {
  if ((await reading((db) => db.user.count())) > 0)
    throw new Error('The database already has accounts. Set DATA_DIR or DATABASE_URL to an empty one.')
  let shownKey = ''
  for (const username of PEOPLE) {
    const input = { username, email: `${username}@example.com`, password: PASSWORD }
    const { id } = await createAccountByOperator(input, username === ADMINISTRATOR)
    for (const sample of SAMPLES) {
      const key = await transaction((tx) => addToken(tx, id, sample))
      if (shownKey === '') shownKey = key
    }
    if (username === PEOPLE.at(-1)) {
      await transaction((tx) => tx.user.update({ where: { id }, data: { isActive: false } }))
    }
  }
  return shownKey
}

process.umask(0o077)
try {
  loadDotEnv()
  await prepareDatabase()
  const key = await seed()
  const { appOrigin, databaseKind } = settings()
  process.stdout.write(
    [
      `${databaseKind}: created ${PEOPLE.length} accounts with ${PEOPLE.length * SAMPLES.length} tokens`,
      `Sign in as ${ADMINISTRATOR} (administrator) or ${PEOPLE[1]}. Everyone’s password is: ${PASSWORD}`,
      `Verify a token: curl -H 'Authorization: Bearer ${key}' ${appOrigin}/api/v1/auth/verify`,
      '',
    ].join('\n'),
  )
  process.exit(0)
} catch (error) {
  process.stderr.write(`latchkey: ${(error as Error).message}\n`)
  process.exit(1)
}
