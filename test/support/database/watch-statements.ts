import pg from 'pg'
import { vi } from 'vitest'
import { database } from '@/lib/db/client'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { settledHandle } from '@/lib/db/writing-handle'
import { settings } from '@/lib/base/env'

/**
 * Records the kind of each statement that reaches the database from now on (`SELECT`, `UPDATE` …), until the mocks are
 * restored.
 */
export async function watchStatements(): Promise<string[]> {
  const kinds: string[] = []
  const note = (sql: unknown) => {
    const text = typeof sql === 'string' ? sql : ((sql as { text?: string } | null)?.text ?? '')
    const [kind = ''] = text.trim().split(/\s/, 1)
    if (kind !== '') kinds.push(kind.toUpperCase())
  }
  const { databaseKind, databaseUrl } = settings()
  if (databaseKind === 'sqlite') {
    // Another test may have opened and closed the same file. The newest connection is the one to watch, so reconnect
    // first.
    await database().$disconnect()
    await database().$queryRaw`SELECT 1`
    const handle = settledHandle(sqliteFileOf(databaseUrl))
    if (handle === null) throw new Error('The database has no connection')
    const prepare = handle.prepare.bind(handle)
    vi.spyOn(handle, 'prepare').mockImplementation((sql: string) => {
      note(sql)
      return prepare(sql)
    })
  } else {
    // Clients keep their own bound `query`, but every query they send passes through here.
    const submit = pg.Query.prototype.submit
    vi.spyOn(pg.Query.prototype, 'submit').mockImplementation(function (this: pg.Query, connection: pg.Connection) {
      note(this)
      submit.call(this, connection)
    })
  }
  return kinds
}
