import { idleEnd } from '@/lib/keys/idle-clock'
import { useLedger } from '@/lib/keys/note-use'
import type { TokenRow } from '@/lib/domain/tokens/token-store'

type UsedToken = Pick<TokenRow, 'id' | 'lastUsedAt' | 'lastUsedAddress' | 'idleSeconds' | 'idleExpiresAt'>

/** Adds to a token’s row, and to its secrets if it has any, the uses that this process has yet to write. */
export function withPendingUses<Token extends UsedToken & Partial<Pick<TokenRow, 'secrets'>>>(token: Token): Token {
  const pending = useLedger().pendingOf(token.id)
  if (pending === null) return token
  const usedAt = pending.usedAt === null ? null : new Date(pending.usedAt)
  const isNewer = usedAt !== null && (token.lastUsedAt === null || token.lastUsedAt < usedAt)
  return {
    ...token,
    ...(isNewer && {
      lastUsedAt: usedAt,
      lastUsedAddress: pending.addresses[0]?.address ?? token.lastUsedAddress,
      idleExpiresAt: idleEnd(token.idleSeconds, usedAt) ?? token.idleExpiresAt,
    }),
    ...(token.secrets && {
      secrets: token.secrets.map((secret) => {
        const use = pending.secrets.find(({ secretId }) => secretId === secret.id)
        return use === undefined
          ? secret
          : { ...secret, lastUsedAt: new Date(use.usedAt), lastUsedAddress: use.address }
      }),
    }),
  }
}
