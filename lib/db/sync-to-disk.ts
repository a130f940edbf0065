import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has a file, or a folder's list of names, on the disk: a power cut does not undo what was done to it. */
export function syncToDisk(place: string): void {
  const handle = openSync(place, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
