import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { BackupError } from '@/lib/process/backup/backup-error'

/** The files of a backup, in its folder. */
export const BACKUP_FILES = { manifest: 'backup.json', database: 'latchkey.db', secret: 'secret' } as const

const manifest = z.object({
  format: z.literal(1),
  /** Everything in the backup is older. */
  taken_at: z.iso.datetime(),
  database_bytes: z.int(),
  /** Of the database's file, in hexadecimal. */
  database_sha256: z.string(),
})

/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifest>

/** Reads what the backup in `folder` says of itself. @throws BackupError when it is none */
export function readManifest(folder: string): BackupManifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, BACKUP_FILES.manifest), 'utf8')))
  } catch (cause) {
    throw new BackupError(`${folder} is no backup of Latchkey`, { cause })
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
