import { TokenActions } from '@/components/tokens/token-actions'
import { TokenLastUse } from '@/components/tokens/token-last-use'
import { TokenState } from '@/components/tokens/token-state'
import { DataCell } from '@/components/ui/data-cell'
import { DataRow } from '@/components/ui/data-row'
import { Tag } from '@/components/ui/tag'
import type { TokenView } from '@/lib/tokens/schema'

/** One token: a row of the table, a card where it is narrow. A revoked one is a tombstone without actions. */
export function TokenRow({ token }: { token: TokenView }) {
  const isRevoked = token.status === 'revoked'
  return (
    <DataRow isOver={isRevoked}>
      <DataCell>
        <div className={`font-medium wrap-anywhere ${isRevoked ? 'line-through decoration-line-strong' : ''}`}>
          {token.name}
        </div>
        <div className="font-mono text-label text-muted">{token.hint}</div>
      </DataCell>
      <DataCell className="max-cards:col-span-2 max-cards:col-start-1 max-cards:row-start-3">
        {token.scopes.length > 0 && (
          <div className="flex flex-wrap gap-1">
            {token.scopes.map((scope) => (
              <Tag key={scope}>{scope}</Tag>
            ))}
          </div>
        )}
      </DataCell>
      <DataCell className="max-cards:col-span-2 max-cards:col-start-1 max-cards:row-start-2">
        <TokenLastUse token={token} />
      </DataCell>
      <DataCell className="max-cards:col-span-2 max-cards:col-start-2 max-cards:row-start-1 max-cards:max-w-44 max-cards:text-right">
        <TokenState token={token} />
      </DataCell>
      <DataCell className="text-right max-cards:col-start-3 max-cards:row-span-2 max-cards:row-start-2 max-cards:-mr-2 max-cards:self-end">
        {!isRevoked && <TokenActions token={token} />}
      </DataCell>
    </DataRow>
  )
}
