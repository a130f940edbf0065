import type { TokenView } from '@/lib/domain/tokens/schema'

/** What a token is, by its kind. */
export const kindWords: Record<TokenView['kind'], string> = {
  personal: 'Personal token',
  session: 'Browser',
  device: 'Program',
  refresh: 'Program with JWTs',
}

/** The same for several of them. */
export const kindsWords: Record<TokenView['kind'], string> = {
  personal: 'Personal tokens',
  session: 'Browsers',
  device: 'Programs',
  refresh: 'Programs with JWTs',
}
