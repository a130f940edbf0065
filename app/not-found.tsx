import type { Metadata } from 'next'
import Link from 'next/link'
import { MessagePage } from '@/components/shell/message-page'
import { shellTexts } from '@/components/shell/texts'
import { buttonClass } from '@/components/ui/button-class'

const texts = shellTexts.notFound

export const metadata: Metadata = { title: texts.title }

export default function NotFoundPage() {
  return (
    <MessagePage title={texts.title} lead={texts.lead}>
      <Link href="/" className={buttonClass('primary')}>
        {texts.home}
      </Link>
    </MessagePage>
  )
}
