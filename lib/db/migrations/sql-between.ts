import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { migrationAdapterFactory } from '@/lib/db/migrations/migration-adapter'
import type { DatabaseKind } from '@/lib/db/migrations/migration-files'
import { NO_FILTER } from '@/lib/db/migrations/migrations'
import { withSchemaEngine } from '@/lib/db/migrations/schema-engine'

/** Returns the SQL that leads from one data model to another; empty if they agree. */
export async function sqlBetween(kind: DatabaseKind, before: string, after: string): Promise<string> {
  const files = (content: string) => [{ path: 'schema.prisma', content }]
  const factory = kind === 'sqlite' ? migrationAdapterFactory('file::memory:') : unconnectedPostgres
  const { exitCode, stdout } = await withSchemaEngine(factory, after, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatamodel', files: files(before) },
      to: { tag: 'schemaDatamodel', files: files(after) },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}

const nothing = () => Promise.reject(new Error('Comparing data models needs no database'))

/**
 * To compare two data models, the engine asks PostgreSQL only whether the schema exists and which version it is.
 * This connection answers for the oldest supported version.
 */
const unconnectedPostgres: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connectToShadowDb: nothing,
  connect: async () => ({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 14.0', 140000]],
    }),
    executeRaw: nothing,
    executeScript: nothing,
    startTransaction: nothing,
    dispose: async () => undefined,
  }),
}
