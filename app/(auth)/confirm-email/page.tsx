import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'

export const metadata: Metadata = { title: 'Confirm your new e-mail address' }

export default function ConfirmEmailPage() {
  return <EmailLink kind="confirm" />
}
