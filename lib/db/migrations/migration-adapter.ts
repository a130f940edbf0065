import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { randomUUID } from '@/lib/base/crypto/random'

/** Returns connections for the schema engine, with shadow databases that this module creates itself. */
export function migrationAdapterFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  return url.startsWith('file:') ? sqliteFactory(url) : postgresFactory(url)
}

/** A longer wait for a table would make every other session wait behind it. */
const LOCK_WAIT_MS = 500

function sqliteFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url })
  return {
    provider: 'sqlite',
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    async connectToShadowDb() {
      const shadow = await factory.connectToShadowDb()
      const executeOne = shadow.executeRaw.bind(shadow)
      // The engine sends whole scripts here, of which better-sqlite3 would prepare only one statement.
      shadow.executeRaw = async (query) => {
        if (query.args.length > 0) return executeOne(query)
        await shadow.executeScript(query.sql)
        return 0
      }
      return shadow
    },
  }
}

function postgresFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectToPostgres(url),
    // The adapter's own version ignores `database` beside a connection string, and drops the database before it
    // disconnects.
    async connectToShadowDb() {
      const name = `latchkey_shadow_${randomUUID().replaceAll('-', '')}`
      const admin = await connectToPostgres(url)
      await admin.executeScript(`CREATE DATABASE "${name}"`)
      const shadowUrl = new URL(url)
      shadowUrl.pathname = `/${name}`
      const shadow = await connectToPostgres(shadowUrl.href)
      const disconnect = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        await disconnect()
        await admin.executeScript(`DROP DATABASE "${name}"`)
        await admin.dispose()
      }
      return shadow
    },
  }
}

function connectToPostgres(url: string): Promise<SqlDriverAdapter> {
  const limits = { max: 1, connectionTimeoutMillis: 5000, lock_timeout: LOCK_WAIT_MS }
  const pool = new pg.Pool({ connectionString: url, ...limits, Client: CatalogClient })
  return new PrismaPg(pool, { disposeExternalPool: true }).connect()
}

const CHAR_OID = 18
const TEXT_OID = 25

/** Presents the catalog's `"char"` columns as text, because the adapter does not know their type. */
class CatalogClient extends pg.Client {
  override query(...input: unknown[]): never {
    const run = super.query.bind(this) as (...input: unknown[]) => unknown
    const callback = input.at(-1)
    if (!isCallback(callback)) return (run(...input) as Promise<unknown>).then(charsAsText) as never
    const done = (error: unknown, result: unknown) => callback(error, charsAsText(result))
    return run(...input.slice(0, -1), done) as never
  }
}

type Callback = (error: unknown, result: unknown) => void

const isCallback = (value: unknown): value is Callback => typeof value === 'function'

function charsAsText(result: unknown): unknown {
  for (const one of Array.isArray(result) ? result : [result]) {
    for (const field of (one as pg.QueryResult | undefined)?.fields ?? []) {
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID
    }
  }
  return result
}
