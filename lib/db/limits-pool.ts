import type pg from 'pg'
import { postgresPool } from '@/lib/db/postgres-pool'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** Returns the pool of connections that count requests for rate limits, separate from Prisma's. */
export function limitsPool(): pg.Pool {
  return singleton('limits-pool', () =>
    postgresPool(settings().databaseUrl, (err) => log().warn({ err }, 'lost an idle database connection')),
  )
}
