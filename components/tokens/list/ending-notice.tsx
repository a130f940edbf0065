'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { useExtend } from '@/components/tokens/actions/use-extend'
import { tokensTexts } from '@/components/tokens/texts'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { formatDay } from '@/components/ui/time/format-day'
import { Notice } from '@/components/ui/notice'
import { useNow } from '@/components/ui/time/now-provider'
import { RelativeTime } from '@/components/ui/time/relative-time'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { EXPIRING_SOON_DAYS } from '@/lib/base/durations'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokensTexts.expiryNotice

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
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const { name, expires_at, last_used_at, last_used_ip } = token
  if (expires_at === null) return null
  const extendedTo = formatDay(nowMs + extendSeconds * 1000, timeZone)
  const actions = (
    <>
      <Button aria-label={words.extendToken(extendedTo, name)} onClick={() => extend(token, extendSeconds)}>
        {words.extend(extendedTo)}
      </Button>
      {count === 1 ? (
        <Button
          ref={rotate}
          variant="ghost"
          aria-label={words.rotateToken(name)}
          onClick={() => openDialog({ action: 'rotate', tokens: [token] }, rotate.current)}
        >
          {words.rotate}
        </Button>
      ) : (
        <Link href={tokenListHref({ show: 'ending' })} prefetch={false} className={buttonClass('ghost')}>
          {words.viewAll(count)}
        </Link>
      )}
    </>
  )
  return (
    <Notice actions={actions}>
      {count > 1 && `${words.several(count, EXPIRING_SOON_DAYS)} `}
      <strong className="font-semibold">{name}</strong> {count > 1 ? words.isFirst : words.expires}{' '}
      <RelativeTime at={expires_at} />.{' '}
      {last_used_at === null ? (
        words.neverUsed
      ) : (
        <>
          {words.lastUsed} <RelativeTime at={last_used_at} />
          {last_used_ip !== null && ` ${words.from(last_used_ip)}`}.
        </>
      )}
    </Notice>
  )
}
