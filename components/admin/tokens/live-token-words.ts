import { kindsWords } from '@/components/admin/tokens/kind-words'
import type { AccountDetail } from '@/lib/domain/admin/accounts/schema'
import type { TokenView } from '@/lib/domain/tokens/schema'

const kinds: readonly TokenView['kind'][] = ['personal', 'session', 'device', 'refresh']

/** Lists the number of active tokens by kind, with the kind's name. */
export function liveTokenWords(
  counts: AccountDetail['live_tokens'],
): { kind: TokenView['kind']; name: string; value: number }[] {
  return kinds.map((kind) => ({ kind, name: kindsWords[kind], value: counts[kind] }))
}
