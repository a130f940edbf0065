import Link from 'next/link'
import { accountListHref, type AccountListAddress } from '@/components/admin/accounts/account-list-address'
import { accountPartNames } from '@/components/admin/accounts/account-parts'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { UNSEEN_DAYS } from '@/lib/base/durations'

const { empty, noMatch } = adminAccountsTexts

const emptyTexts = { ...empty, unseen: { ...empty.unseen, text: empty.unseen.text(UNSEEN_DAYS) } }

/** Shown in place of an empty list of accounts. */
export function NoAccountsHere({ address: { show, q } }: { address: AccountListAddress }) {
  if (q === undefined) {
    return (
      <EmptyState {...emptyTexts[show]}>
        {show !== 'all' && (
          <Link href={accountListHref({})} prefetch={false} className={buttonClass()}>
            {empty.showAll}
          </Link>
        )}
      </EmptyState>
    )
  }
  const part = show === 'all' ? undefined : accountPartNames[show]
  return (
    <EmptyState title={noMatch.title} text={noMatch.text(q, part)}>
      <div className="flex flex-wrap gap-2">
        {show !== 'all' && (
          <Link href={accountListHref({ q })} prefetch={false} className={buttonClass()}>
            {noMatch.searchAll}
          </Link>
        )}
        <Link href={accountListHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          {noMatch.clear}
        </Link>
      </div>
    </EmptyState>
  )
}
