import { revokeManagedToken } from '@/lib/domain/admin/tokens/revoke-managed-token'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { keepHouse } from '@/lib/process/housekeeping/keep-house'
import { keepSigningKeys, rotateSigningKey } from '@/lib/domain/signing-keys/keep-signing-keys'
import { forgetKeyRing } from '@/lib/domain/signing-keys/key-ring'
import { recordBackup } from '@/lib/process/backup/record-backup'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { onThing, onToken, unasked, type Doors } from '@/test/support/acts/act'
import { newCodes } from '@/test/support/codes'
import { newTokenIn } from '@/test/support/requests/contract-subject'
import { newAccount, newToken } from '@/test/support/factories'
import { newSigningKeys } from '@/test/support/jwt'

const PAST = new Date(0)

/** Returns a housekeeping act on a personal token with these times. */
const keepingHouse = (action: AuditAction, data: { expiresAt: Date } | { createdAt: Date }) => async () => {
  await newSigningKeys()
  const account = await newAccount()
  const { id } = await newToken(account, 'personal')
  await database().token.update({ where: { id }, data })
  const work = async () => {
    await database().instance.updateMany({ data: { housekeptAt: null } })
    await keepHouse()
  }
  return unasked(work, () => [onToken(action, id, account, null, { by: 'housekeeping' })])
}

/** Prepares an account with a token in its grace period, and the invalidation of everything created before now. */
async function outdated() {
  await newSigningKeys()
  const before = now()
  const account = await newAccount()
  const id = await newTokenIn('in grace', account, 'personal')
  await database().tokenSecret.updateMany({ data: { createdAt: PAST } })
  await database().token.updateMany({ data: { createdAt: PAST } })
  const made_before = before.toISOString()
  const invalidated = (ended: { codes: number; superseded_keys: number }) =>
    onThing('credentials.invalidated', ['instance', '1'], null, { before: made_before, ...ended })
  const rows = [onToken('token.revoked', id, account, null, { reason: 'administrator', made_before })]
  return { account, invalidated, rows, work: () => invalidateOlder(before, () => undefined) }
}

async function newSigningKeyRow() {
  const key = await database().signingKey.findFirstOrThrow({ orderBy: { signsFrom: 'desc' } })
  const details = { algorithm: key.algorithm, signs_from: key.signsFrom.toISOString() }
  return onThing('signing_key.created', ['signing_key', key.id], null, details)
}

/** What the server does on its own, and on behalf of its operator. */
export const serverActs = {
  'token.expired': { 'its clock': keepingHouse('token.expired', { expiresAt: PAST }) },
  'token.revoked': {
    housekeeping: keepingHouse('token.revoked', { createdAt: PAST }),
    'the operator of the server': async () => {
      const account = await newAccount()
      const { id } = await newToken(account, 'device', { name: 'Laptop' })
      const details = { reason: 'unspecified', name: 'Laptop', kind: 'device', by: 'administrator' }
      return unasked(
        () => revokeManagedToken(null, id, 'unspecified'),
        () => [onToken('token.revoked', id, account, null, details)],
      )
    },
    'whoever runs the server, for its age': async () => {
      const { invalidated, rows, work } = await outdated()
      await database().tokenSecret.updateMany({ data: { validUntil: null } })
      await database().signingKey.updateMany({ data: { createdAt: now() } })
      const ready = unasked(work, () => [invalidated({ codes: 0, superseded_keys: 0 }), ...rows])
      return { ...ready, standing: ['credentials.invalidated'] }
    },
  },
  'credentials.invalidated': {
    'the operator of the server': async () => {
      const { account, invalidated, rows, work } = await outdated()
      await newCodes(account)
      await database().oneTimeCode.updateMany({ data: { createdAt: PAST } })
      await database().signingKey.updateMany({ data: { createdAt: PAST } })
      const first = invalidated({ codes: 5, superseded_keys: 1 })
      return unasked(work, async () => [first, ...rows, await newSigningKeyRow()])
    },
  },
  'backup.created': {
    'the operator of the server': async () => {
      const manifest = { taken_at: PAST.toISOString(), database_bytes: 4096 }
      return unasked(
        () => recordBackup({ format: 1, database_sha256: '', ...manifest }),
        () => [onThing('backup.created', ['instance', '1'], null, manifest)],
      )
    },
  },
  'signing_key.created': {
    'the first start': async () => {
      forgetKeyRing()
      return unasked(keepSigningKeys, async () => [await newSigningKeyRow()])
    },
    'the operator of the server': async () => {
      await newSigningKeys()
      return unasked(
        () => rotateSigningKey(null),
        async () => [await newSigningKeyRow()],
      )
    },
  },
} as const satisfies Partial<Record<AuditAction, Doors>>
