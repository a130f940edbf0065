import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from '@/lib/process/backup/backup-error'
import { writeDurably } from '@/lib/process/backup/write-durably'
import { now } from '@/lib/base/clock'
import { inTurnOnSqlite } from '@/lib/db/migrations/migration-turn'
import { settle } from '@/lib/db/sqlite-file'
import { syncToDisk } from '@/lib/db/sync-to-disk'

// The files that SQLite keeps beside a database. It would take them for part of any file that gets the database's
// name.
const BESIDE = ['-wal', '-shm', '-journal']

/**
 * Moves the database file `draft` to `target` in one step: at every instant, one of the two is there and complete,
 * even after a power cut. No server can start on it meanwhile. The previous database is kept under another name,
 * and so is `secretFile`, into which `secret` is then written.
 * @returns where the previous database is kept, or null if there was none
 * @throws BackupError if the previous database is in use
 */
export async function putInPlace(
  draft: string,
  target: string,
  secretFile: string,
  secret: string | null,
): Promise<string | null> {
  syncToDisk(draft)
  return inTurnOnSqlite(target, async () => {
    requireUnused(target)
    const isThere = existsSync(target)
    const suffix = `before-${now().toISOString().replaceAll(/[-:.]/g, '')}`
    const putAside = `${target}.${suffix}`
    if (isThere) linkSync(target, putAside)
    if (isThere && existsSync(secretFile)) copyFileSync(secretFile, `${secretFile}.${suffix}`)
    if (secret !== null) writeDurably(secretFile, secret)
    for (const beside of BESIDE.filter((name) => existsSync(target + name))) {
      renameSync(target + beside, putAside + beside)
    }
    renameSync(draft, target)
    syncToDisk(path.dirname(target))
    return isThere ? putAside : null
  })
}

/**
 * Requires that no process uses the database, and merges the files beside it into it if possible. Accepts a damaged
 * database, because that may be why the backup is needed.
 */
function requireUnused(target: string): void {
  if (!existsSync(target)) return
  try {
    settle(target)
  } catch (cause) {
    const { code = '', message } = cause as Error & { code?: string }
    if (/^SQLITE_(?:NOTADB|CORRUPT|IOERR)/.test(code)) return
    const isUsed = /^SQLITE_(?:BUSY|LOCKED)/.test(code)
    throw new BackupError(`${target} ${isUsed ? 'is in use: stop the server first' : `cannot be opened: ${message}`}`, {
      cause,
    })
  }
}
