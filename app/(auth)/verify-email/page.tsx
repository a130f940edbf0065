import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'

export const metadata: Metadata = { title: 'Confirm your e-mail address' }

export default function VerifyEmailPage() {
  return <EmailLink kind="verify" />
}
