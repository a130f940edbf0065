import type { TokenView } from '@/lib/domain/tokens/schema'

/** The name of each token kind. */
export const kindWords: Record<TokenView['kind'], string> = {
  personal: 'Personal token',
  session: 'Browser session',
  device: 'App',
  refresh: 'API client (JWT)',
}

/** The plural name of each token kind. */
export const kindsWords: Record<TokenView['kind'], string> = {
  personal: 'Personal tokens',
  session: 'Browser sessions',
  device: 'Apps & CLI',
  refresh: 'API clients (JWT)',
}
