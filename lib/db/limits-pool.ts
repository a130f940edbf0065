import type pg from 'pg'
import { postgresPool } from '@/lib/db/postgres-pool'
import { settings } from '@/lib/env'
import { log } from '@/lib/log'
import { singleton } from '@/lib/singleton'

/** The connections that count requests: apart from Prisma's, and few. */
export function limitsPool(): pg.Pool {
  return singleton('limits-pool', () =>
    postgresPool(settings().databaseUrl, (err) => log().warn({ err }, 'an idle database connection was lost')),
  )
}
