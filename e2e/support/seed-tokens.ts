import type { BrowserContext } from 'playwright/test'
import { inDatabaseOf } from '@/e2e/support/in-database-of'
import { createToken } from '@/e2e/support/tokens'
import type { ServerProcess } from '@/test/support/servers/server-process'

const DAY_MS = 86_400_000

/** Returns the time `days` ago in the format of the SQLite database. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().replace('Z', '+00:00')
}

/** Sets when and from which address a token was last used. */
export function letBeUsed(server: ServerProcess, id: string, days: number, address = '10.4.0.18'): void {
  inDatabaseOf(
    server,
    'UPDATE token SET last_used_at = ?, last_used_address = ? WHERE id = ?',
    daysAgo(days),
    address,
    id,
  )
}

/** Sets when a token was created. The token stays unused. */
export function letBeMade(server: ServerProcess, id: string, days: number): void {
  inDatabaseOf(server, 'UPDATE token SET created_at = ? WHERE id = ?', daysAgo(days), id)
}

/** Revokes a token of the account that the browser is signed in as. */
export async function revokeToken(context: BrowserContext, origin: string, id: string, reason?: string): Promise<void> {
  await context.request.delete(`${origin}/api/v1/auth/tokens/${id}`, { headers: { origin }, data: { reason } })
}

/** Adds one request count for each of the last days, ending today, and today’s count of rejected requests. */
export function letHaveCalls(server: ServerProcess, id: string, days: readonly number[], refused = 0): void {
  for (const [index, count] of days.entries()) {
    const hour = daysAgo(days.length - 1 - index).replace(/T\d\d:.*/, 'T00:00:00.000+00:00')
    inDatabaseOf(
      server,
      'INSERT INTO token_usage (token_id, hour, count, refused) VALUES (?, ?, ?, ?)',
      id,
      hour,
      String(count),
      String(index === days.length - 1 ? refused : 0),
    )
  }
}

/**
 * Creates the tokens that the `look` tests show: revoked, long unused, rotating, expiring soon, and busy. They belong
 * to the account that the browser is signed in as.
 */
export async function seedTokens(context: BrowserContext, server: ServerProcess): Promise<void> {
  const { origin } = server
  const create = async (input: Parameters<typeof createToken>[2]) => (await createToken(context, origin, input)).id
  const laptop = await create({ name: 'old-laptop', scopes: ['read', 'write'] })
  await revokeToken(context, origin, laptop, 'lost_device')
  letHaveCalls(server, laptop, [9, 0, 0], 3)
  const phone = await create({ name: 'phone of 2024', scopes: ['read'], never: true })
  letBeMade(server, phone, 400)
  letBeUsed(server, phone, 130, '2a01:4f8::17')
  const backup = await create({ name: 'backup-script', scopes: ['read'], idle_seconds: 30 * 86_400 })
  await context.request.post(`${origin}/api/v1/auth/tokens/${backup}/rotate`, {
    headers: { origin },
    data: { grace_seconds: 86_400 },
  })
  letBeUsed(server, backup, 0.125, '2a01:4f8::17')
  letHaveCalls(
    server,
    backup,
    Array.from({ length: 30 }, (_, day) => (day % 4 === 0 ? 40 : 0)),
  )
  inDatabaseOf(
    server,
    'UPDATE token_secret SET last_used_at = ? WHERE token_id = ? AND valid_until IS NOT NULL',
    daysAgo(0.125),
    backup,
  )
  const deploy = await create({ name: 'ci-deploy', scopes: ['read', 'write'], expires_in_seconds: 5 * 86_400 })
  letBeUsed(server, deploy, 0.0084)
  letHaveCalls(
    server,
    deploy,
    Array.from({ length: 30 }, (_, day) => (day % 7 > 4 ? 0 : 50 + ((day * 7) % 20))),
  )
  const sensor = await create({ name: 'greenhouse-sensor-2', scopes: ['write'], never: true })
  letBeUsed(server, sensor, 0, '192.168.7.31')
  letHaveCalls(
    server,
    sensor,
    Array.from({ length: 30 }, (_, day) => 1400 + ((day * 137) % 90)),
  )
}
