import Link from 'next/link'
import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { tokenParts, type TokenPart } from '@/components/tokens/list/token-parts'
import { tokensTexts } from '@/components/tokens/texts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'

const { emptyView, noMatch } = tokensTexts

const nothing: Record<TokenPart, { title: string; text: string }> = {
  active: emptyView.active,
  ending: { title: emptyView.ending.title, text: emptyView.ending.text(EXPIRING_SOON_DAYS) },
  unused: { title: emptyView.unused.title, text: emptyView.unused.text(UNUSED_DAYS) },
  ended: emptyView.ended,
}

interface NoTokensHereProps {
  address: TokenListAddress
  counts: Record<TokenPart, number>
}

/** Shown in place of an empty part of the list. For a search, it says which other part has matches. */
export function NoTokensHere({ address: { show, q }, counts }: NoTokensHereProps) {
  if (q === undefined) {
    return (
      <EmptyState title={nothing[show].title} text={nothing[show].text}>
        <Link
          href={tokenListHref({ show: show === 'active' ? 'ended' : 'active' })}
          prefetch={false}
          className={buttonClass()}
        >
          {show === 'active' ? emptyView.active.elsewhere : emptyView.elsewhere}
        </Link>
      </EmptyState>
    )
  }
  const elsewhere = tokenParts.find((part) => counts[part] > 0)
  return (
    <EmptyState title={noMatch.title} text={`${noMatch.text[show](q)} ${noMatch.hint}`}>
      <div className="flex flex-wrap gap-2">
        {elsewhere !== undefined && (
          <Link href={tokenListHref({ show: elsewhere, q })} prefetch={false} className={buttonClass()}>
            {noMatch.elsewhere[elsewhere](counts[elsewhere])}
          </Link>
        )}
        <Link href={tokenListHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          {noMatch.clear}
        </Link>
      </div>
    </EmptyState>
  )
}
