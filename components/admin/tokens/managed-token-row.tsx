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
    <DataRow isOver={isRevoked} card="max-cards:grid-cols-[auto_minmax(0,1fr)_auto]">
      <DataCell className="max-cards:row-span-3 max-cards:-ml-1 cards:pr-0">
        {!isRevoked && <SelectOne id={id} label={texts.select(name, owner.username)} />}
      </DataCell>
      <DataCell className="max-cards:col-start-2">
        <div className={`font-medium wrap-anywhere ${isRevoked ? 'line-through decoration-line-strong' : ''}`}>
          {name}
        </div>
        <div className="text-note text-muted">
          <span className="font-mono text-label">{hint}</span> {current ? texts.thisBrowser : kindWords[kind]}
        </div>
      </DataCell>
      {!isOwnerKnown && (
        <DataCell className="max-cards:col-start-2 max-cards:row-start-2">
          <span className="text-muted cards:hidden">{texts.ownedBy} </span>
          <AccountName account={owner} />
          {!owner.is_active && <div className="text-note text-muted">{texts.deactivated}</div>}
        </DataCell>
      )}
      <DataCell
        className={
          isOwnerKnown
            ? 'max-cards:col-start-2 max-cards:row-start-2'
            : 'max-cards:col-span-2 max-cards:col-start-2 max-cards:row-start-3'
        }
      >
        <TokenLastUse token={token} />
      </DataCell>
      <DataCell className="max-cards:col-start-3 max-cards:row-start-1 max-cards:max-w-36 max-cards:text-right">
        <TokenState token={token} />
      </DataCell>
      <DataCell className="text-right max-cards:col-start-3 max-cards:row-start-2 max-cards:-my-2 max-cards:-mr-3 cards:pl-0">
        {!isRevoked && <RevokeButton token={token} />}
      </DataCell>
    </DataRow>
  )
}
