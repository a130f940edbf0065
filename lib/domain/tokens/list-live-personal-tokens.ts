import { findLivePersonalTokens } from '@/lib/domain/tokens/token-end-store'

/** A personal token, as far as its owner needs it to know which one it is. */
interface TokenSummary {
  name: string
  hint: string
  last_used_at: string | null
}

/** The personal tokens of an account that still work, by name. */
export async function listLivePersonalTokens(userId: string): Promise<TokenSummary[]> {
  const rows = await findLivePersonalTokens(userId)
  return rows.map(({ name, secrets, lastUsedAt }) => ({
    name,
    hint: secrets[0]?.hint ?? '',
    last_used_at: lastUsedAt?.toISOString() ?? null,
  }))
}
