import Link from 'next/link'
import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { tokensTexts } from '@/components/tokens/texts'
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
    <nav aria-label={tokensTexts.pager.label} className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href={tokenListHref({ ...address, cursor: undefined })} prefetch={false} className={buttonClass()}>
          {tokensTexts.pager.first}
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={tokenListHref({ ...address, cursor: nextCursor })}
          prefetch={false}
          className={`${buttonClass()} ml-auto`}
        >
          {tokensTexts.pager.next}
        </Link>
      )}
    </nav>
  )
}
