import { randomBytes } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { ServerProcess } from '@/test/support/servers/server-process'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How many of the newest tokens get hourly usage, which the page shows. */
const USED = 200
const HOURS_OF_USE = 24 * 30

/**
 * Adds `count` personal tokens to an account, four fifths of them active, by writing to its running server's database.
 */
export function seedManyTokens({ dataDir }: ServerProcess, username: string, count: number): void {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { timeout: 10_000 })
  try {
    const { id: userId } = database.prepare('SELECT id FROM account WHERE username = ?').get(username) as { id: string }
    database.transaction(() => {
      for (let index = 0; index < count; index += 1) insertToken(database, userId, index, count)
    })()
  } finally {
    database.close()
  }
}

function insertToken(database: Database.Database, userId: string, index: number, count: number): void {
  const age = (count - index) * 600_000
  const id = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`
  const isRevoked = index % 5 === 0
  const name = `token-${index}`
  const token = {
    id,
    userId,
    name,
    liveName: isRevoked ? null : name,
    createdAt: stored(Date.now() - age),
    expiresAt: index % 3 === 0 ? null : stored(Date.now() + DAY_MS * ((index % 300) + 1)),
    lastUsedAt: index % 2 === 0 ? null : stored(Date.now() - age / 2),
    revokedAt: isRevoked ? stored(Date.now() - age / 4) : null,
    reason: isRevoked ? 'unused' : null,
  }
  database
    .prepare(
      `INSERT INTO token (id, user_id, kind, name, name_key, live_name_key, scopes, created_at, expires_at, last_used_at, revoked_at, revoked_reason)
       VALUES (@id, @userId, 'personal', @name, @name, @liveName, 'read', @createdAt, @expiresAt, @lastUsedAt, @revokedAt, @reason)`,
    )
    .run(token)
  database
    .prepare('INSERT INTO token_secret (id, token_id, digest, hint, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(id, id, randomBytes(32), `lkp_…${String(index).padStart(4, '0').slice(-4)}`, token.createdAt)
  if (index < count - USED) return
  const thisHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const insertHour = database.prepare('INSERT INTO token_usage (token_id, hour, count, refused) VALUES (?, ?, ?, 0)')
  for (let hour = 0; hour < HOURS_OF_USE; hour += 1) {
    insertHour.run(id, stored(thisHour - hour * HOUR_MS), 1 + ((hour * index) % 50))
  }
}

/** Formats a time the way Prisma's SQLite adapter stores it. */
function stored(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}
