import Link from 'next/link'
import { managedTokenHref, type ManagedTokenAddress } from '@/components/admin/tokens/managed-token-address'
import { managedTokenPartNames } from '@/components/admin/tokens/managed-token-parts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'

/** Shown in place of an empty list of tokens. */
export function NoTokensAnywhere({ address: { show, q, user, kind } }: { address: ManagedTokenAddress }) {
  const part = `«${managedTokenPartNames[show]}»`
  if (q === undefined && user === undefined && kind === undefined)
    return <EmptyState title="Nothing here" text={`No token of anybody stands under ${part}.`} />
  const conditions = [
    ...(q === undefined ? [] : [`a name that begins with «${q}», or those last characters`]),
    ...(user === undefined ? [] : ['that owner']),
    ...(kind === undefined ? [] : ['that kind']),
  ]
  return (
    <EmptyState title="Nothing found" text={`No token under ${part} has ${conditions.join(', and ')}.`}>
      <div className="flex flex-wrap gap-2">
        {show !== 'all' && (
          <Link href={managedTokenHref({ show: 'all', q, user, kind })} prefetch={false} className={buttonClass()}>
            Search everywhere
          </Link>
        )}
        <Link href={managedTokenHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          Clear what narrows it
        </Link>
      </div>
    </EmptyState>
  )
}
