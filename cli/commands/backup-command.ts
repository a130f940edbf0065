import type { Command } from '@/cli/command'
import { createBackup } from '@/lib/process/backup/create-backup'

/** The command that copies the database and the instance secret to a folder. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copy the SQLite database and the instance secret into a new folder, beside a running server',
  argument: { name: 'folder', meaning: 'where to; it must not exist yet' },
  options: {},
  notes: [
    'The copy is the database as it stands at one instant. Nobody waits for it.',
    'Keep it like the server itself: it holds every password hash, and the secret that opens what is sealed.',
    'PostgreSQL has pg_dump for this.',
  ],
  examples: ['backup backups/monday', 'backup backups/monday --json'],
  database: 'any',
  run: async (_, { argument, tell }) => {
    const manifest = await createBackup(argument, everyTenth(tell))
    const size = `${(manifest.database_bytes / 1e6).toFixed(1)} MB`
    return {
      lines: [`${argument} holds the database (${size}) and the secret as of ${manifest.taken_at}`],
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
    tell(`${tenths * 10} %`)
  }
}
