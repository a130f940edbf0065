import type { Db } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { idleEnd } from '@/lib/keys/idle-clock'
import { ADDRESSES_MAX, type TokenUses } from '@/lib/keys/use-ledger'

/** The rows of a batch, each a list of columns, as JSON: one parameter for any number of rows. */
interface Batch {
  tokens: string
  secrets: string
  hours: string
  addresses: string
}

const NONE = '[]'

/**
 * Adds uses to the stored ones: last uses and idle limits only move forward, and hours add up. The last use from the
 * latest address is in the token's row, so that the table of addresses changes only when the address does. Skips
 * deleted tokens.
 */
export async function storeUses(tx: Db, uses: readonly TokenUses[]): Promise<void> {
  const batch = batchOf(uses)
  const moved = await (settings().databaseKind === 'postgresql' ? storeInPostgres(tx, batch) : storeInSqlite(tx, batch))
  if (moved.length > 0) await dropOldAddresses(tx, [...new Set(moved.map(({ token_id }) => token_id))])
}

function batchOf(uses: readonly TokenUses[]): Batch {
  const used = uses.flatMap(({ tokenId, usedAt, addresses, idleSeconds }) => {
    if (usedAt === null) return []
    const idleExpiresAt = idleEnd(idleSeconds, new Date(usedAt))
    return [[tokenId, text(usedAt), addresses[0]?.address ?? null, idleExpiresAt && text(idleExpiresAt.getTime())]]
  })
  const secrets = uses.flatMap((token) =>
    token.secrets.map(({ secretId, usedAt, address }) => [secretId, text(usedAt), address]),
  )
  const hours = uses.flatMap(({ tokenId, hours: each }) =>
    each.map(({ hour, count, refused }) => [tokenId, text(hour), count, refused]),
  )
  const addresses = uses.flatMap(({ tokenId, addresses: each }) =>
    each.map(({ address, usedAt }) => [tokenId, address, text(usedAt)]),
  )
  return {
    tokens: JSON.stringify(used),
    secrets: JSON.stringify(secrets),
    hours: JSON.stringify(hours),
    addresses: JSON.stringify(addresses),
  }
}

/** Formats an instant as SQLite's adapter stores it; PostgreSQL reads this format too. */
function text(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}

/** A token with a written row in `token_address`, so that old rows may have to go. */
interface Moved {
  token_id: string
}

async function storeInSqlite(tx: Db, { tokens, secrets, hours, addresses }: Batch): Promise<Moved[]> {
  const left = await tx.$queryRaw<Moved[]>`
    INSERT INTO token_address (token_id, address, last_used_at)
    SELECT token.id, token.last_used_address, token.last_used_at
    FROM json_each(${tokens}) AS r JOIN token ON token.id = r.value ->> 0
    WHERE token.last_used_address <> r.value ->> 2 AND token.last_used_at < r.value ->> 1
    ON CONFLICT (token_id, address) DO UPDATE
    SET last_used_at = max(token_address.last_used_at, excluded.last_used_at)
    RETURNING token_id`
  const others = await tx.$queryRaw<Moved[]>`
    INSERT INTO token_address (token_id, address, first_used_at, last_used_at)
    SELECT token.id, r.value ->> 1, r.value ->> 2, r.value ->> 2
    FROM json_each(${addresses}) AS r JOIN token ON token.id = r.value ->> 0
    WHERE token.last_used_address IS NOT r.value ->> 1
    ON CONFLICT (token_id, address) DO UPDATE
    SET last_used_at = max(token_address.last_used_at, excluded.last_used_at)
    RETURNING token_id`
  await tx.$executeRaw`
    UPDATE token SET last_used_at = r.value ->> 1, last_used_address = coalesce(r.value ->> 2, last_used_address),
      idle_expires_at = coalesce(r.value ->> 3, idle_expires_at)
    FROM json_each(${tokens}) AS r
    WHERE token.id = r.value ->> 0 AND (last_used_at IS NULL OR last_used_at < r.value ->> 1)`
  if (secrets !== NONE) {
    await tx.$executeRaw`
      UPDATE token_secret SET last_used_at = r.value ->> 1, last_used_address = r.value ->> 2
      FROM json_each(${secrets}) AS r
      WHERE token_secret.id = r.value ->> 0 AND (last_used_at IS NULL OR last_used_at < r.value ->> 1)`
  }
  await tx.$executeRaw`
    INSERT INTO token_usage (token_id, hour, count, refused)
    SELECT token.id, r.value ->> 1, r.value ->> 2, r.value ->> 3
    FROM json_each(${hours}) AS r JOIN token ON token.id = r.value ->> 0 WHERE true
    ON CONFLICT (token_id, hour) DO UPDATE
    SET count = token_usage.count + excluded.count, refused = token_usage.refused + excluded.refused`
  return [...left, ...others]
}

async function storeInPostgres(tx: Db, { tokens, secrets, hours, addresses }: Batch): Promise<Moved[]> {
  // A transaction that holds one token's row blocks this batch, and the batch blocks every request for its other rows.
  await tx.$executeRaw`SET LOCAL lock_timeout = '200ms'`
  const left = await tx.$queryRaw<Moved[]>`
    INSERT INTO token_address (token_id, address, last_used_at)
    SELECT token.id, token.last_used_address, token.last_used_at
    FROM jsonb_array_elements(${tokens}::jsonb) AS r JOIN token ON token.id = r ->> 0
    WHERE token.last_used_address <> r ->> 2 AND token.last_used_at < (r ->> 1)::timestamp
    ON CONFLICT (token_id, address) DO UPDATE
    SET last_used_at = greatest(token_address.last_used_at, excluded.last_used_at)
    RETURNING token_id`
  const others = await tx.$queryRaw<Moved[]>`
    INSERT INTO token_address (token_id, address, first_used_at, last_used_at)
    SELECT token.id, r ->> 1, (r ->> 2)::timestamp, (r ->> 2)::timestamp
    FROM jsonb_array_elements(${addresses}::jsonb) AS r JOIN token ON token.id = r ->> 0
    WHERE token.last_used_address IS DISTINCT FROM r ->> 1
    ON CONFLICT (token_id, address) DO UPDATE
    SET last_used_at = greatest(token_address.last_used_at, excluded.last_used_at)
    RETURNING token_id`
  await tx.$executeRaw`
    UPDATE token SET last_used_at = (r ->> 1)::timestamp, last_used_address = coalesce(r ->> 2, last_used_address),
      idle_expires_at = coalesce((r ->> 3)::timestamp, idle_expires_at)
    FROM jsonb_array_elements(${tokens}::jsonb) AS r
    WHERE token.id = r ->> 0 AND (last_used_at IS NULL OR last_used_at < (r ->> 1)::timestamp)`
  if (secrets !== NONE) {
    await tx.$executeRaw`
      UPDATE token_secret SET last_used_at = (r ->> 1)::timestamp, last_used_address = r ->> 2
      FROM jsonb_array_elements(${secrets}::jsonb) AS r
      WHERE token_secret.id = r ->> 0 AND (last_used_at IS NULL OR last_used_at < (r ->> 1)::timestamp)`
  }
  await tx.$executeRaw`
    INSERT INTO token_usage (token_id, hour, count, refused)
    SELECT token.id, (r ->> 1)::timestamp, (r ->> 2)::int, (r ->> 3)::int
    FROM jsonb_array_elements(${hours}::jsonb) AS r JOIN token ON token.id = r ->> 0
    ON CONFLICT (token_id, hour) DO UPDATE
    SET count = token_usage.count + excluded.count, refused = token_usage.refused + excluded.refused`
  return [...left, ...others]
}

/** Keeps the latest address of each token and up to four others. */
async function dropOldAddresses(tx: Db, tokenIds: readonly string[]): Promise<void> {
  const several = await tx.tokenAddress.groupBy({
    by: ['tokenId'],
    where: { tokenId: { in: [...tokenIds] } },
    having: { address: { _count: { gt: ADDRESSES_MAX } } },
  })
  for (const { tokenId } of several) {
    const rows = await tx.tokenAddress.findMany({
      where: { tokenId },
      orderBy: [{ lastUsedAt: 'desc' }, { address: 'asc' }],
      include: { token: { select: { lastUsedAddress: true } } },
    })
    const before = rows.filter(({ address, token }) => address !== token.lastUsedAddress)
    const old = before.slice(ADDRESSES_MAX - 1).map(({ address }) => address)
    await tx.tokenAddress.deleteMany({ where: { tokenId, address: { in: old } } })
  }
}
