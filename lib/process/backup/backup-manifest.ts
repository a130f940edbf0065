import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { BackupError } from '@/lib/process/backup/backup-error'

/** The names of the files in the folder of a backup. */
export const BACKUP_FILES = { manifest: 'backup.json', database: 'latchkey.db', secret: 'secret' } as const

const manifest = z.object({
  format: z.literal(1),
  /** Everything in the backup is older than this. */
  taken_at: z.iso.datetime(),
  database_bytes: z.int(),
  /** The SHA-256 of the database file, in hexadecimal. */
  database_sha256: z.string(),
})

/** What a backup states about itself. */
export type BackupManifest = z.infer<typeof manifest>

/** Reads the manifest of the backup in `folder`. @throws BackupError if it is not a backup */
export function readManifest(folder: string): BackupManifest {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, BACKUP_FILES.manifest), 'utf8')))
  } catch (cause) {
    throw new BackupError(`${folder} is not a Latchkey backup`, { cause })
  }
}

/** Returns the SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
