import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'
import { linksTexts } from '@/components/links/texts'

export const metadata: Metadata = { title: linksTexts.verify.title }

export default function VerifyEmailPage() {
  return <EmailLink kind="verify" />
}
