import { AccountName } from '@/components/admin/accounts/account-name'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { kindWords } from '@/components/admin/tokens/kind-words'
import { RevokeButton } from '@/components/admin/tokens/revoke-dialogs'
import { TokenLastUse } from '@/components/tokens/list/token-last-use'
import { TokenState } from '@/components/tokens/list/token-state'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { SelectOne } from '@/components/ui/table/select-one'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.table

interface ManagedTokenRowProps {
  token: ManagedToken
  /** The page already names the owner. */
  isOwnerKnown: boolean
}

/** One token of any account: a table row, or a card on narrow screens. A revoked token cannot be selected. */
export function ManagedTokenRow({ token, isOwnerKnown }: ManagedTokenRowProps) {
  const { id, name, hint, kind, owner, status, current } = token
  const isRevoked = status === 'revoked'
  return (
    <DataRow isOver={isRevoked} card="stacked:grid-cols-[auto_minmax(0,1fr)_auto]">
      <DataCell className="columns:pr-0 stacked:row-span-3 stacked:-ml-1">
        {!isRevoked && <SelectOne id={id} label={texts.select(name, owner.username)} />}
      </DataCell>
      <DataCell className="stacked:col-start-2">
        <div className={`font-medium wrap-anywhere ${isRevoked ? 'line-through decoration-line-strong' : ''}`}>
          {name}
        </div>
        <div className="text-note text-muted">
          <span className="font-mono text-label">{hint}</span> {current ? texts.thisBrowser : kindWords[kind]}
        </div>
      </DataCell>
      {!isOwnerKnown && (
        <DataCell className="stacked:col-start-2 stacked:row-start-2">
          <span className="text-muted columns:hidden">{texts.ownedBy} </span>
          <AccountName account={owner} />
          {!owner.is_active && <div className="text-note text-muted">{texts.deactivated}</div>}
        </DataCell>
      )}
      <DataCell
        className={
          isOwnerKnown
            ? 'stacked:col-start-2 stacked:row-start-2'
            : 'stacked:col-span-2 stacked:col-start-2 stacked:row-start-3'
        }
      >
        <TokenLastUse token={token} />
      </DataCell>
      <DataCell className="stacked:col-start-3 stacked:row-start-1 stacked:max-w-36 stacked:text-right">
        <TokenState token={token} />
      </DataCell>
      <DataCell className="text-right columns:pl-0 stacked:col-start-3 stacked:row-start-2 stacked:-my-2 stacked:-mr-3">
        {!isRevoked && <RevokeButton token={token} />}
      </DataCell>
    </DataRow>
  )
}
