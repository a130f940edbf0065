import Link from 'next/link'
import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { buttonClass } from '@/components/ui/button-class'

interface TokenPagerProps {
  address: TokenListAddress
  nextCursor: string | null
}

/** Links to the next page of the list and back to the first. Renders nothing when one page holds everything. */
export function TokenPager({ address, nextCursor }: TokenPagerProps) {
  const isFirstPage = address.cursor === undefined
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label="Pages of tokens" className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href={tokenListHref({ ...address, cursor: undefined })} prefetch={false} className={buttonClass()}>
          First page
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={tokenListHref({ ...address, cursor: nextCursor })}
          prefetch={false}
          className={`${buttonClass()} ml-auto`}
        >
          Next page
        </Link>
      )}
    </nav>
  )
}
