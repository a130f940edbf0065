import Link from 'next/link'
import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { partNames, tokenParts, type TokenPart } from '@/components/tokens/list/token-parts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'

const nothing: Record<TokenPart, { title: string; text: string }> = {
  active: { title: 'No active token', text: 'Those that were revoked or have run out stand under «Ended».' },
  ending: { title: 'Nothing ends soon', text: 'What is about to end stands here in its last week.' },
  unused: { title: 'Every token is in use', text: 'What nobody has used for 90 days stands here.' },
  ended: {
    title: 'Nothing has ended',
    text: 'What was revoked stands here for 90 days, and what has run out as well.',
  },
}

interface NoTokensHereProps {
  address: TokenListAddress
  counts: Record<TokenPart, number>
}

/** Shown in place of an empty part of the list. For a search, it says which other part has matches. */
export function NoTokensHere({ address: { show, q }, counts }: NoTokensHereProps) {
  if (q === undefined) return <EmptyState {...nothing[show]} />
  const elsewhere = tokenParts.find((part) => counts[part] > 0)
  return (
    <EmptyState
      title="Nothing found"
      text={`No token under «${partNames[show]}» has «${q}» in its name or at the end of its key.`}
    >
      <div className="flex flex-wrap gap-2">
        {elsewhere !== undefined && (
          <Link href={tokenListHref({ show: elsewhere, q })} prefetch={false} className={buttonClass()}>
            {counts[elsewhere]} under «{partNames[elsewhere]}»
          </Link>
        )}
        <Link href={tokenListHref({ show })} prefetch={false} className={buttonClass('ghost')}>
          Clear the search
        </Link>
      </div>
    </EmptyState>
  )
}
