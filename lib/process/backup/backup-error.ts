/** Thrown when a backup cannot be created or used. The message tells the person who asked why. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
