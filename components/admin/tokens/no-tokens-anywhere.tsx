import Link from 'next/link'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { managedTokenHref, type ManagedTokenAddress } from '@/components/admin/tokens/managed-token-address'
import { managedTokenPartNames } from '@/components/admin/tokens/managed-token-parts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'

const { empty, noMatch } = adminTokensTexts

const emptyTexts = {
  ...empty,
  ending: { ...empty.ending, text: empty.ending.text(EXPIRING_SOON_DAYS) },
  unused: { ...empty.unused, text: empty.unused.text(UNUSED_DAYS) },
}

/** Shown in place of an empty list of tokens. */
export function NoTokensAnywhere({ address: { show, q, user, kind } }: { address: ManagedTokenAddress }) {
  const hasOtherFilters = user !== undefined || kind !== undefined
  if (q === undefined && !hasOtherFilters) {
    return (
      <EmptyState {...emptyTexts[show]}>
        {show !== 'all' && (
          <Link href={managedTokenHref({ show: 'all' })} prefetch={false} className={buttonClass()}>
            {empty.showAll}
          </Link>
        )}
      </EmptyState>
    )
  }
  const part = managedTokenPartNames[show]
  const text = q === undefined ? noMatch.text(part) : noMatch.textOfSearch(part, q, hasOtherFilters)
  return (
    <EmptyState title={noMatch.title} text={text}>
      <div className="flex flex-wrap gap-2">
        {show !== 'all' && (
          <Link href={managedTokenHref({ show: 'all', q, user, kind })} prefetch={false} className={buttonClass()}>
            {noMatch.searchAll}
          </Link>
        )}
        <Link href={managedTokenHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          {noMatch.clear}
        </Link>
      </div>
    </EmptyState>
  )
}
