import type { TokenListAddress } from '@/components/tokens/list/token-list-address'

/** Builds the URL of the token page for these parameters. */
export function tokenListHref(address: Partial<TokenListAddress>): string {
  const said = Object.entries(address).filter(
    ([name, value]) => value !== undefined && !(name === 'show' && value === 'active'),
  )
  const query = new URLSearchParams(said as [string, string][]).toString()
  return `/settings/tokens${query === '' ? '' : `?${query}`}`
}
