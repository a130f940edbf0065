'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { useExtend } from '@/components/tokens/actions/use-extend'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { formatDuration } from '@/components/ui/time/format-duration'
import { Notice } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { TokenView } from '@/lib/domain/tokens/schema'

interface EndingNoticeProps {
  /** The token that expires first. */
  token: TokenView
  /** How many tokens expire soon. */
  count: number
  /** By how much one click extends it. */
  extendSeconds: number
}

/** Says which token expires first, whether it is in use, and how many more expire soon. */
export function EndingNotice({ token, count, extendSeconds }: EndingNoticeProps) {
  const rotate = useRef<HTMLButtonElement>(null)
  const openDialog = useOpenTokenDialog()
  const extend = useExtend()
  const { name, expires_at, last_used_at, last_used_ip } = token
  if (expires_at === null) return null
  const actions = (
    <>
      <Button
        aria-label={`Extend by ${formatDuration(extendSeconds)}: ${name}`}
        onClick={() => extend(token, extendSeconds)}
      >
        Extend by {formatDuration(extendSeconds)}
      </Button>
      {count === 1 ? (
        <Button
          ref={rotate}
          variant="ghost"
          aria-label={`Rotate ${name}`}
          onClick={() => openDialog({ action: 'rotate', tokens: [token] }, rotate.current)}
        >
          Rotate
        </Button>
      ) : (
        <Link href={tokenListHref({ show: 'ending' })} prefetch={false} className={buttonClass('ghost')}>
          Show all {count}
        </Link>
      )}
    </>
  )
  return (
    <Notice actions={actions}>
      <strong className="font-semibold">{name}</strong> ends <RelativeTime at={expires_at} />
      {count > 1 && `, the first of ${count} that end this week`}.{' '}
      {last_used_at === null ? (
        'It was never used.'
      ) : (
        <>
          It was used <RelativeTime at={last_used_at} />
          {last_used_ip !== null && ` from ${last_used_ip}`}.
        </>
      )}
    </Notice>
  )
}
