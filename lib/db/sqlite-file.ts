import Database from 'better-sqlite3'
import { chmodSync } from 'node:fs'
import { syncToDisk } from '@/lib/db/sync-to-disk'

const PAGES_PER_STEP = 1000
const WAIT_MS = 5000

/** The file that a `file:` URL names. */
export function sqliteFileOf(url: string): string {
  return url.replace(/^file:/, '')
}

/**
 * Copies a SQLite database as it stands at one instant into a new file, which is whole and on
 * the disk afterwards. Other processes read and write meanwhile. `onProgress` hears of the
 * share that is copied, from 0 to 1.
 */
export async function copySqlite(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: WAIT_MS })
  try {
    // In one snapshot: without it every write of another process would start the copy anew.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_master').get()
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (totalPages > 0) onProgress(1 - remainingPages / totalPages)
        return PAGES_PER_STEP
      },
    })
  } finally {
    source.close()
  }
  chmodSync(to, 0o600)
  settle(to)
}

/** Brings what stands beside a database's file into it, and the file onto the disk. @throws when another process has it open */
export function settle(file: string): void {
  const database = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    // Leaving the write-ahead log needs the file for oneself.
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
  syncToDisk(file)
}

/** What a database file holds of Latchkey. */
export interface SqliteContents {
  /** The names of the migrations that were applied to it. */
  migrations: string[]
  /** What ties it to an instance secret; null before its first start. */
  secretFingerprint: Buffer | null
}

/** What a database file that nobody writes holds. @throws when it is no database of Latchkey */
export function contentsOf(file: string): SqliteContents {
  return withFile(file, (database) => {
    const names = database.prepare('SELECT migration_name FROM _prisma_migrations').pluck().all()
    const fingerprint = database.prepare('SELECT secret_fingerprint FROM instance').pluck().get()
    return { migrations: names as string[], secretFingerprint: (fingerprint as Buffer | undefined) ?? null }
  })
}

/** Looks through all of a database file that nobody writes. @throws when it is damaged */
export function requireSound(file: string): void {
  const verdict = withFile(file, (database) => database.pragma('integrity_check(1)', { simple: true }))
  if (verdict !== 'ok') throw new Error(String(verdict))
}

function withFile<T>(file: string, read: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}
