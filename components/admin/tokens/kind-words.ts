import type { TokenView } from '@/lib/domain/tokens/schema'

/** The name of each token kind. */
export const kindWords: Record<TokenView['kind'], string> = {
  personal: 'Personal token',
  session: 'Browser',
  device: 'Program',
  refresh: 'Program with JWTs',
}

/** The plural name of each token kind. */
export const kindsWords: Record<TokenView['kind'], string> = {
  personal: 'Personal tokens',
  session: 'Browsers',
  device: 'Programs',
  refresh: 'Programs with JWTs',
}
