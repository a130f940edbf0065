import type { Command } from '@/cli/command'
import { createBackup } from '@/lib/process/backup/create-backup'
import { recordBackup } from '@/lib/process/backup/record-backup'

/** The command that copies the database and the instance secret to a folder. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'Back up the SQLite database and the instance secret to a new folder; the server can keep running',
  argument: { name: 'folder', meaning: 'the folder to create; it must not exist yet' },
  options: {},
  notes: [
    'The backup is a snapshot of a single moment. It does not block the server.',
    'Protect it like the server: it contains every password hash, and the secret that decrypts sealed data.',
    'For PostgreSQL, use pg_dump.',
    'The audit log records the backup.',
  ],
  examples: ['backup backups/monday', 'backup backups/monday --json'],
  database: 'any',
  run: async (_, { argument, tell }) => {
    const manifest = await createBackup(argument, everyTenth(tell))
    // A backup is worth having even where nothing can be written, such as on a full disk.
    await recordBackup(manifest).catch(() => tell('done, but not recorded in the audit log'))
    const size = `${(manifest.database_bytes / 1e6).toFixed(1)} MB`
    return {
      lines: [`Backed up the database (${size}) and the secret to ${argument}, as of ${manifest.taken_at}`],
      data: { folder: argument, ...manifest },
    }
  },
}

/** Returns a callback for a share that grows from 0 to 1. It reports each full tenth once. */
function everyTenth(tell: (progress: string) => void): (share: number) => void {
  let told = 0
  return (share) => {
    const tenths = Math.floor(share * 10)
    if (tenths <= told) return
    told = tenths
    tell(`${tenths * 10}%`)
  }
}
