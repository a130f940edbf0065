import { findLivePersonalTokens } from '@/lib/domain/tokens/token-end-store'

/** What an owner needs to recognise a personal token. */
interface TokenSummary {
  name: string
  hint: string
  last_used_at: string | null
}

/** Lists the live personal tokens of an account by name. */
export async function listLivePersonalTokens(userId: string): Promise<TokenSummary[]> {
  const rows = await findLivePersonalTokens(userId)
  return rows.map(({ name, secrets, lastUsedAt }) => ({
    name,
    hint: secrets[0]?.hint ?? '',
    last_used_at: lastUsedAt?.toISOString() ?? null,
  }))
}
