import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from '@/lib/process/backup/backup-error'
import { writeDurably } from '@/lib/process/backup/write-durably'
import { now } from '@/lib/base/clock'
import { inTurnOnSqlite } from '@/lib/db/migrations/migration-turn'
import { settle } from '@/lib/db/sqlite-file'
import { syncToDisk } from '@/lib/db/sync-to-disk'

// What SQLite keeps beside a database, and would take for part of any file that comes under its name.
const BESIDE = ['-wal', '-shm', '-journal']

/**
 * Puts the database file `draft` under the name `target`, in one step: at every instant either the
 * one or the other is there, whole, also after a power cut. No server starts on it meanwhile. What
 * was there is kept under another name, with `secretFile`, into which `secret` is written.
 * @returns where what was there is kept
 * @throws BackupError when somebody uses it
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

/** Brings what stands beside a database into it, where that can be. What is damaged may be what the backup is needed for. */
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
