import type { TokenKind } from '@/lib/keys/token-key'

/** Which kinds of tokens the end of everything of an account ends: all, or all but the personal ones. */
export function kindsEnded(keepsPersonal = false): TokenKind[] {
  const kinds: TokenKind[] = ['session', 'device', 'refresh']
  return keepsPersonal ? kinds : [...kinds, 'personal']
}
