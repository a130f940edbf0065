import Link from 'next/link'
import { managedTokenHref } from '@/components/admin/tokens/managed-token-address'
import { ManagedTokenTable } from '@/components/admin/tokens/managed-token-table'
import { RevokeDialogs } from '@/components/admin/tokens/revoke-dialogs'
import { RevokeSelected } from '@/components/admin/tokens/revoke-selected'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import type { ManagedTokenPage } from '@/lib/domain/admin/tokens/schema'

interface AccountTokensProps {
  userId: string
  page: ManagedTokenPage
}

/** The newest active devices and tokens of an account, with a link to all of them. */
export function AccountTokens({ userId, page: { items, next_cursor } }: AccountTokensProps) {
  return (
    <RevokeDialogs>
      {items.length === 0 ? (
        <EmptyState title="Nothing lives" text="Nobody is signed in to this account, and it has no token that works." />
      ) : (
        <SelectionProvider ids={items.map(({ id }) => id)}>
          <ManagedTokenTable label="Devices and tokens" tokens={items} isOwnerKnown />
          <SelectionBar label="Selected devices and tokens">
            <RevokeSelected />
          </SelectionBar>
        </SelectionProvider>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        <Link href={managedTokenHref({ user: userId, show: 'all' })} prefetch={false} className={buttonClass()}>
          {next_cursor === null ? 'Those that ended too' : 'All of them'}
        </Link>
      </p>
    </RevokeDialogs>
  )
}
