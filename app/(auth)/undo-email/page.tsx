import type { Metadata } from 'next'
import { EmailLink } from '@/components/links/email-link'

export const metadata: Metadata = { title: 'Take the change back' }

export default function UndoEmailPage() {
  return <EmailLink kind="undo" />
}
