import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BackupError } from '@/lib/process/backup/backup-error'
import { BACKUP_FILES, readManifest, sha256Of, type BackupManifest } from '@/lib/process/backup/backup-manifest'
import { putInPlace } from '@/lib/process/backup/put-in-place'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { contentsOf, requireSound, sqliteFileOf } from '@/lib/db/sqlite-file'
import { settings } from '@/lib/base/env'
import { secretFingerprint } from '@/lib/domain/service/secret-fingerprint'

/** A restored backup. */
export interface Restored {
  manifest: BackupManifest
  /** The path of the database file. */
  database: string
  /** Where the previous database is kept; null if there was none. */
  putAside: string | null
  /** The backup is from an older version and must be migrated. */
  isOlder: boolean
}

/**
 * Restores the backup in `folder` as the SQLite database and the secret that the settings name. Checks everything
 * first. Puts aside what is there instead of deleting it, and only with `isReplacing`. No server may run on it.
 * `tell` receives each step.
 * @throws BackupError if something does not fit; nothing has changed then
 */
export async function restoreBackup(
  folder: string,
  isReplacing: boolean,
  tell: (step: string) => void,
): Promise<Restored> {
  const { databaseKind, databaseUrl, DATA_DIR, LATCHKEY_SECRET } = settings()
  if (databaseKind !== 'sqlite') {
    throw new BackupError('this command only restores SQLite: for PostgreSQL, use pg_restore')
  }
  const manifest = readManifest(folder)
  const secret = secretIn(folder)
  const target = sqliteFileOf(databaseUrl)
  const secretFile = path.join(DATA_DIR, 'secret')
  if (existsSync(target) && !isReplacing) {
    throw new BackupError(`${target} already exists: use --replace to set it aside`)
  }
  requireSameSecret(secret, existsSync(target) ? null : secretFile)
  for (const place of [path.dirname(target), DATA_DIR]) mkdirSync(place, { recursive: true, mode: 0o700 })
  const draft = `${target}.restoring`
  try {
    tell(`copying ${(manifest.database_bytes / 1e6).toFixed(1)} MB`)
    copyFileSync(path.join(folder, BACKUP_FILES.database), draft)
    tell('checking the copy')
    const isOlder = await requireWhole(draft, manifest, secret)
    const putAside = await putInPlace(draft, target, secretFile, LATCHKEY_SECRET === undefined ? secret : null)
    return { manifest, database: target, putAside, isOlder }
  } finally {
    rmSync(draft, { force: true })
  }
}

function secretIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, BACKUP_FILES.secret), 'utf8').trim()
  } catch (cause) {
    throw new BackupError(`${folder} contains no secret`, { cause })
  }
}

/**
 * Requires that LATCHKEY_SECRET, and a secret file without a database, hold the backup's secret. The secret of a
 * replaced database is put aside with it; a secret file that is left alone may belong to anything.
 */
function requireSameSecret(secret: string, lonelySecretFile: string | null): void {
  const { LATCHKEY_SECRET } = settings()
  if (LATCHKEY_SECRET !== undefined && LATCHKEY_SECRET !== secret) {
    throw new BackupError('LATCHKEY_SECRET does not match the secret of this backup')
  }
  if (lonelySecretFile === null || !existsSync(lonelySecretFile)) return
  if (readFileSync(lonelySecretFile, 'utf8').trim() !== secret) {
    throw new BackupError(`${lonelySecretFile} does not match the secret of this backup`)
  }
}

/**
 * Requires a complete backup that this version can read.
 * @returns whether it lacks migrations of this version
 */
async function requireWhole(database: string, manifest: BackupManifest, secret: string): Promise<boolean> {
  if ((await sha256Of(database)) !== manifest.database_sha256) {
    throw new BackupError('the database in this backup was changed: its checksum does not match')
  }
  let contents
  try {
    requireSound(database)
    contents = contentsOf(database)
  } catch (cause) {
    throw new BackupError('the database in this backup is damaged', { cause })
  }
  const known = new Set(migrationNames('sqlite'))
  if (!contents.migrations.every((name) => known.has(name))) {
    throw new BackupError('this backup is from a newer version of Latchkey')
  }
  if (contents.secretFingerprint?.equals(secretFingerprint(secret)) !== true) {
    throw new BackupError('the secret in this backup does not match its database')
  }
  return contents.migrations.length < known.size
}
