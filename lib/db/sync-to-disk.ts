import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Syncs a file, or the entries of a folder, to disk, so that a power cut does not undo their changes. */
export function syncToDisk(place: string): void {
  const handle = openSync(place, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
