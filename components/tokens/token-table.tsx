import { TokenRow } from '@/components/tokens/token-row'
import { DataTable } from '@/components/ui/data-table'
import type { TokenView } from '@/lib/tokens/schema'

const COLUMNS = [
  { name: 'Name', width: 'w-1/3' },
  { name: 'Scopes', width: 'w-1/6' },
  { name: 'Last used', width: 'w-1/5' },
  { name: 'Ends', width: 'w-1/4' },
  { name: 'Actions', isNameHidden: true },
]

/** The tokens, revoked ones last. */
export function TokenTable({ tokens }: { tokens: readonly TokenView[] }) {
  const living = tokens.filter(({ status }) => status !== 'revoked')
  const revoked = tokens.filter(({ status }) => status === 'revoked')
  return (
    <DataTable label="Tokens" columns={COLUMNS}>
      {[...living, ...revoked].map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </DataTable>
  )
}
