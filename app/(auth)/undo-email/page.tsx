import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'
import { linksTexts } from '@/components/links/texts'

export const metadata: Metadata = { title: linksTexts.undo.title }

export default function UndoEmailPage() {
  return <EmailLink kind="undo" />
}
