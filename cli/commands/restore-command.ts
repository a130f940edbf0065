import type { Command } from '@/cli/command'
import { restoreBackup } from '@/lib/process/backup/restore-backup'

/** The command that restores a backup. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Restore a backup as the configured SQLite database; stop the server first',
  argument: { name: 'folder', meaning: 'a folder that backup created' },
  options: {},
  flags: { replace: 'set the existing database aside' },
  notes: [
    'Checks everything before it changes anything.',
    'Everything that was revoked after the backup works again until you run invalidate-before.',
  ],
  examples: ['restore backups/monday', 'restore backups/monday --replace'],
  database: 'any',
  run: async (_, { argument, flags, tell }) => {
    const { manifest, database, putAside, isOlder } = await restoreBackup(argument, flags.has('replace'), tell)
    const next = `npm run latchkey -- invalidate-before ${manifest.taken_at}`
    return {
      lines: [
        `Restored ${database} as of ${manifest.taken_at}`,
        ...(putAside === null ? [] : [`The previous database is kept as ${putAside}`]),
        ...(isOlder ? ['The backup is from an older version. To update the database:', '  npm run db:migrate'] : []),
        'Everything that was revoked since then works again.',
        'Before you start the server, run this, unless you know that nothing was revoked:',
        `  ${next}`,
      ],
      data: { database, taken_at: manifest.taken_at, put_aside: putAside, is_older: isOlder, next },
    }
  },
}
