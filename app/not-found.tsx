import type { Metadata } from 'next'
import Link from 'next/link'
import { MessagePage } from '@/components/shell/message-page'
import { buttonClass } from '@/components/ui/button-class'

export const metadata: Metadata = { title: 'Nothing is here' }

export default function NotFoundPage() {
  return (
    <MessagePage title="Nothing is here" lead="This page does not exist, or you came too late for it.">
      <Link href="/" className={buttonClass('primary')}>
        Go to the start
      </Link>
    </MessagePage>
  )
}
