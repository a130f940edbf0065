import pg from 'pg'
import { vi } from 'vitest'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { settledHandle } from '@/lib/db/writing-handle'
import { settings } from '@/lib/env'

/** Records the kind of each statement that reaches the database from now on (`SELECT`, `UPDATE` …), until mocks are restored. */
export function watchStatements(): string[] {
  const kinds: string[] = []
  const note = (sql: unknown) => {
    const text = typeof sql === 'string' ? sql : ((sql as { text?: string } | null)?.text ?? '')
    const [kind = ''] = text.trim().split(/\s/, 1)
    if (kind !== '') kinds.push(kind.toUpperCase())
  }
  const { databaseKind, databaseUrl } = settings()
  if (databaseKind === 'sqlite') {
    const handle = settledHandle(sqliteFileOf(databaseUrl))
    if (handle === null) throw new Error('The database was not used yet')
    const prepare = handle.prepare.bind(handle)
    vi.spyOn(handle, 'prepare').mockImplementation((sql: string) => {
      note(sql)
      return prepare(sql)
    })
  } else {
    // Clients keep their own bound `query`; what they send goes through here.
    const submit = pg.Query.prototype.submit
    vi.spyOn(pg.Query.prototype, 'submit').mockImplementation(function (this: pg.Query, connection: pg.Connection) {
      note(this)
      submit.call(this, connection)
    })
  }
  return kinds
}
