import { ManagedTokenRow } from '@/components/admin/tokens/managed-token-row'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { DataTable, type Column } from '@/components/ui/table/data-table'
import { SelectAll } from '@/components/ui/table/select-all'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.table

interface ManagedTokenTableProps {
  label: string
  tokens: readonly ManagedToken[]
  /** All tokens belong to one account, which the page already names. */
  isOwnerKnown?: boolean
}

/** Tokens of any account, in the given order. */
export function ManagedTokenTable({ label, tokens, isOwnerKnown = false }: ManagedTokenTableProps) {
  const isSelectable = tokens.some(({ status }) => status !== 'revoked')
  const columns: Column[] = [
    {
      name: texts.selection,
      width: 'w-0 pr-0',
      ...(isSelectable ? { head: <SelectAll label={adminTokensTexts.toolbar.selectAll} /> } : { isNameHidden: true }),
    },
    { name: texts.token, width: 'w-1/3' },
    ...(isOwnerKnown ? [] : [{ name: texts.owner, width: 'w-1/5' }]),
    { name: texts.lastUsed, width: 'w-1/5' },
    { name: texts.expires, width: 'w-1/5' },
    { name: texts.actions, isNameHidden: true, width: 'w-0' },
  ]
  return (
    <DataTable label={label} columns={columns}>
      {tokens.map((token) => (
        <ManagedTokenRow key={token.id} token={token} isOwnerKnown={isOwnerKnown} />
      ))}
    </DataTable>
  )
}
