import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from '@/lib/process/backup/backup-error'
import { BACKUP_FILES, sha256Of, type BackupManifest } from '@/lib/process/backup/backup-manifest'
import { writeDurably } from '@/lib/process/backup/write-durably'
import { now } from '@/lib/base/clock'
import { contentsOf, copySqlite, sqliteFileOf } from '@/lib/db/sqlite-file'
import { syncToDisk } from '@/lib/db/sync-to-disk'
import { settings } from '@/lib/base/env'
import { hasInstanceSecret, instanceSecret } from '@/lib/base/instance-secret'
import { secretFingerprint } from '@/lib/domain/service/secret-fingerprint'

/**
 * Copies the SQLite database, at one instant, and the instance secret into the new folder `folder`, beside a
 * running server and without delaying its writes. The folder is either complete or absent. Only the
 * operating-system user that creates it can read it, because it opens everything that the server keeps.
 * `onProgress` receives the completed share, from 0 to 1.
 * @throws BackupError if the folder exists, or the database is not SQLite, missing or tied to another secret
 */
export async function createBackup(folder: string, onProgress: (share: number) => void): Promise<BackupManifest> {
  const { databaseKind, databaseUrl } = settings()
  if (databaseKind !== 'sqlite') throw new BackupError('this command only backs up SQLite: for PostgreSQL, use pg_dump')
  const place = path.resolve(folder)
  if (existsSync(place)) throw new BackupError(`${place} already exists`)
  if (!existsSync(sqliteFileOf(databaseUrl))) throw new BackupError(`${sqliteFileOf(databaseUrl)} does not exist`)
  mkdirSync(path.dirname(place), { recursive: true })
  const draft = mkdtempSync(`${place}.partial-`)
  try {
    const database = path.join(draft, BACKUP_FILES.database)
    await copySqlite(sqliteFileOf(databaseUrl), database, onProgress)
    requireOwnSecret(database)
    const manifest: BackupManifest = {
      format: 1,
      taken_at: now().toISOString(),
      database_bytes: statSync(database).size,
      database_sha256: await sha256Of(database),
    }
    writeDurably(path.join(draft, BACKUP_FILES.secret), instanceSecret())
    writeDurably(path.join(draft, BACKUP_FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(draft, place)
    syncToDisk(path.dirname(place))
    return manifest
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/** Requires that the instance secret belongs to the database. A secret created just for the copy would open nothing. */
function requireOwnSecret(copy: string): void {
  const { secretFingerprint: fingerprint } = contentsOf(copy)
  if (!hasInstanceSecret() || fingerprint?.equals(secretFingerprint(instanceSecret())) !== true) {
    throw new BackupError('the configured secret does not match the database')
  }
}
