/**
 * Thrown when a setting is wrong. The message is one line that names the setting and never shows a value that may
 * be secret.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}
