import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'
import { linksTexts } from '@/components/links/texts'

export const metadata: Metadata = { title: linksTexts.confirm.title }

export default function ConfirmEmailPage() {
  return <EmailLink kind="confirm" />
}
