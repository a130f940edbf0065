import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { syncToDisk } from '@/lib/db/sync-to-disk'

/**
 * Writes a file for the current operating-system user only. It is either complete or absent, even after a power
 * cut.
 */
export function writeDurably(file: string, content: string): void {
  const draft = `${file}.draft`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  syncToDisk(path.dirname(file))
}
