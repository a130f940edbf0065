import { endPresets } from '@/components/tokens/create/end-presets'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import type { TokenView } from '@/lib/domain/tokens/schema'

/**
 * Lists the lifetimes to which a token can be extended, and selects one: the deployment's default or, if the token
 * already lives longer than that, the first that is later. The longest lifetime is offered if no other is later.
 */
export function extendChoices(
  { expires_at }: Pick<TokenView, 'expires_at'>,
  policy: Pick<TokenPolicy, 'defaultTtlSeconds' | 'maxTtlSeconds'>,
  nowMs: number,
) {
  const isLater = (seconds: number) => expires_at === null || nowMs + seconds * 1000 > Date.parse(expires_at)
  const usual = endPresets(policy)
  const presets = usual.some(({ seconds }) => isLater(seconds)) ? usual : endPresets(policy, policy.maxTtlSeconds)
  const isSensible = (seconds: number) => seconds >= policy.defaultTtlSeconds && isLater(seconds)
  const selected = presets.find(({ seconds }) => isSensible(seconds))?.seconds ?? policy.maxTtlSeconds
  return { presets, selected, isLater }
}
