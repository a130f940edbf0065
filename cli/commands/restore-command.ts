import type { Command } from '@/cli/command'
import { restoreBackup } from '@/lib/process/backup/restore-backup'

/** The command that restores a backup. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a backup of SQLite where the settings have the database; no server may run there',
  argument: { name: 'folder', meaning: 'what backup has made' },
  options: {},
  flags: { replace: 'put aside the database that is there' },
  notes: [
    'Everything is checked before anything is changed.',
    'What was revoked after the backup lives again: invalidate-before ends it.',
  ],
  examples: ['restore backups/monday', 'restore backups/monday --replace'],
  database: 'any',
  run: async (_, { argument, flags, tell }) => {
    const { manifest, database, putAside, isOlder } = await restoreBackup(argument, flags.has('replace'), tell)
    const next = `npm run latchkey -- invalidate-before ${manifest.taken_at}`
    return {
      lines: [
        `${database} is the database as of ${manifest.taken_at}`,
        ...(putAside === null ? [] : [`what was there is kept as ${putAside}`]),
        ...(isOlder ? ['It is of an older version. To bring it up to date:', '  npm run db:migrate'] : []),
        'What was revoked since then lives again. Before the server starts, unless you know that nothing was:',
        `  ${next}`,
      ],
      data: { database, taken_at: manifest.taken_at, put_aside: putAside, is_older: isOlder, next },
    }
  },
}
