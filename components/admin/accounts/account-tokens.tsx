import Link from 'next/link'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { managedTokenHref } from '@/components/admin/tokens/managed-token-address'
import { ManagedTokenTable } from '@/components/admin/tokens/managed-token-table'
import { RevokeDialogs } from '@/components/admin/tokens/revoke-dialogs'
import { RevokeSelected } from '@/components/admin/tokens/revoke-selected'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import type { ManagedTokenPage } from '@/lib/domain/admin/tokens/schema'

const texts = adminAccountsTexts.account.tokens

interface AccountTokensProps {
  userId: string
  page: ManagedTokenPage
}

/** The newest active devices and tokens of an account, with a link to all of them. */
export function AccountTokens({ userId, page: { items, next_cursor } }: AccountTokensProps) {
  return (
    <RevokeDialogs>
      {items.length === 0 ? (
        <EmptyState title={texts.empty.title} text={texts.empty.text} />
      ) : (
        <SelectionProvider ids={items.map(({ id }) => id)}>
          <ManagedTokenTable label={texts.label} tokens={items} isOwnerKnown />
          <SelectionBar label={texts.selected}>
            <RevokeSelected />
          </SelectionBar>
        </SelectionProvider>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        <Link href={managedTokenHref({ user: userId, show: 'all' })} prefetch={false} className={buttonClass()}>
          {next_cursor === null ? texts.showEnded : texts.showAll}
        </Link>
      </p>
    </RevokeDialogs>
  )
}
