import Link from 'next/link'
import { accountListHref, type AccountListAddress } from '@/components/admin/accounts/account-list-address'
import { accountPartNames } from '@/components/admin/accounts/account-parts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'

/** Shown in place of an empty list of accounts. */
export function NoAccountsHere({ address: { show, q } }: { address: AccountListAddress }) {
  if (q === undefined)
    return <EmptyState title="Nobody here" text={`No account stands under «${accountPartNames[show]}».`} />
  return (
    <EmptyState
      title="Nobody found"
      text={`No account under «${accountPartNames[show]}» has a username or an address that begins with «${q}».`}
    >
      <div className="flex flex-wrap gap-2">
        {show !== 'all' && (
          <Link href={accountListHref({ q })} prefetch={false} className={buttonClass()}>
            Search everywhere
          </Link>
        )}
        <Link href={accountListHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          Clear the search
        </Link>
      </div>
    </EmptyState>
  )
}
