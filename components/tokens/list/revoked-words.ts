const words: Readonly<Record<string, string>> = {
  lost_device: 'Revoked, lost device',
  leaked: 'Revoked, leaked',
  unused: 'Revoked, no longer used',
  replaced: 'Revoked, replaced',
  signed_out: 'Signed out',
  session_policy: 'Signed out to make room',
  password_changed: 'Revoked, password changed',
  owner_deactivated: 'Revoked, account closed',
  administrator: 'Revoked, administrator',
  reuse_detected: 'Revoked, used twice',
}

/** How a token came to its end; a reason that is not known here stays unsaid. */
export function revokedWords(reason: string | null): string {
  return words[reason ?? ''] ?? 'Revoked'
}
