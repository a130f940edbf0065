import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from '@/lib/db/generated/postgresql/client'
import { PrismaClient, type Prisma } from '@/lib/db/generated/sqlite/client'
import { postgresPool } from '@/lib/db/postgres-pool'
import { SafeSqlite } from '@/lib/db/safe-sqlite'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** The database, or a transaction on it: what stores work with. */
export type Db = Prisma.TransactionClient

const TRANSACTION = { maxWait: 5000, timeout: 10_000 } as const

/** Returns the process's only writing client. */
export function database(): PrismaClient {
  return singleton('database', () => openDatabase(settings().databaseUrl))
}

/**
 * Opens a client for the database that `url` names. The return type is the SQLite client, the narrower of the two:
 * code that compiles for it runs on both.
 */
export function openDatabase(url: string): PrismaClient {
  if (url.startsWith('file:')) {
    return new PrismaClient({ adapter: new SafeSqlite(url), transactionOptions: TRANSACTION })
  }
  const pool = postgresPool(url, (err) => log().warn({ err }, 'lost an idle database connection'))
  const adapter = new PrismaPg(pool, { disposeExternalPool: true })
  return new PostgresqlClient({ adapter, transactionOptions: TRANSACTION }) as unknown as PrismaClient
}
