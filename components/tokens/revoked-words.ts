const words: Readonly<Record<string, string>> = {
  lost_device: 'Revoked, lost device',
  leaked: 'Revoked, leaked',
  unused: 'Revoked, no longer used',
  replaced: 'Revoked, replaced',
  signed_out: 'Ended by itself',
  session_policy: 'Ended to make room',
  password_changed: 'Revoked with the old password',
  owner_deactivated: 'Revoked with the account',
  administrator: 'Revoked by an administrator',
  reuse_detected: 'Revoked, used twice',
}

/** How a token came to its end; a reason that is not known here stays unsaid. */
export function revokedWords(reason: string | null): string {
  return words[reason ?? ''] ?? 'Revoked'
}
