import type { TokenListAddress } from '@/components/tokens/list/token-list-address'

/** The address of the token page that asks for this. */
export function tokenListHref(address: Partial<TokenListAddress>): string {
  const said = Object.entries(address).filter(
    ([name, value]) => value !== undefined && !(name === 'show' && value === 'active'),
  )
  const query = new URLSearchParams(said as [string, string][]).toString()
  return `/settings/tokens${query === '' ? '' : `?${query}`}`
}
