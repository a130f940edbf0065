import Database from 'better-sqlite3'
import { chmodSync } from 'node:fs'
import { syncToDisk } from '@/lib/db/sync-to-disk'

const PAGES_PER_STEP = 1000
const WAIT_MS = 5000

/** Returns the path that a `file:` URL names. */
export function sqliteFileOf(url: string): string {
  return url.replace(/^file:/, '')
}

/**
 * Copies a SQLite database at one instant into a new file, which is then complete and on disk. Other processes can
 * read and write meanwhile. `onProgress` receives the copied share, from 0 to 1.
 */
export async function copySqlite(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: WAIT_MS })
  try {
    // Uses one snapshot: otherwise every write of another process would restart the copy.
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

/**
 * Merges the write-ahead log beside a database file into it, and syncs the file to disk.
 * @throws if another process has the file open
 */
export function settle(file: string): void {
  const database = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    // Leaving WAL mode requires exclusive access to the file.
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
  syncToDisk(file)
}

/** What Latchkey reads from a database file. */
export interface SqliteContents {
  /** The names of the migrations that were applied to it. */
  migrations: string[]
  /** The fingerprint of the instance secret that belongs to the database; null before its first start. */
  secretFingerprint: Buffer | null
}

/**
 * Returns what a database file contains, while no process writes it.
 * @throws if it is not a Latchkey database
 */
export function contentsOf(file: string): SqliteContents {
  return withFile(file, (database) => {
    const names = database.prepare('SELECT migration_name FROM _prisma_migrations').pluck().all()
    const fingerprint = database.prepare('SELECT secret_fingerprint FROM instance').pluck().get()
    return { migrations: names as string[], secretFingerprint: (fingerprint as Buffer | undefined) ?? null }
  })
}

/** Checks all of a database file, while no process writes it. @throws if it is damaged */
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
