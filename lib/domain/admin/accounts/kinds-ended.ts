import type { TokenKind } from '@/lib/keys/token-key'

/** Returns the kinds of token to revoke when everything of an account is revoked, with or without personal tokens. */
export function kindsEnded(keepsPersonal = false): TokenKind[] {
  const kinds: TokenKind[] = ['session', 'device', 'refresh']
  return keepsPersonal ? kinds : [...kinds, 'personal']
}
