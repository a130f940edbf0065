import { TokenRow } from '@/components/tokens/token-row'
import type { TokenView } from '@/lib/tokens/schema'

const COLUMNS = [
  { heading: 'Name', width: 'w-1/3' },
  { heading: 'Scopes', width: 'w-1/6' },
  { heading: 'Last used', width: 'w-1/5' },
  { heading: 'Ends', width: 'w-1/4' },
]

/**
 * The tokens, revoked ones last. One table for every width: where it is narrow its rows are
 * laid out as cards, and the roles are written out because browsers drop them with the layout.
 */
export function TokenTable({ tokens }: { tokens: readonly TokenView[] }) {
  const living = tokens.filter(({ status }) => status !== 'revoked')
  const revoked = tokens.filter(({ status }) => status === 'revoked')
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <table role="table" aria-label="Tokens" className="w-full max-cards:block">
        <thead role="rowgroup" className="max-cards:sr-only">
          <tr role="row">
            {COLUMNS.map(({ heading, width }) => (
              <th
                key={heading}
                role="columnheader"
                scope="col"
                className={`border-b border-line px-4 py-2.5 text-left text-label font-medium text-faint ${width}`}
              >
                {heading}
              </th>
            ))}
            <th role="columnheader" scope="col" className="border-b border-line">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="divide-y divide-line max-cards:block">
          {[...living, ...revoked].map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
