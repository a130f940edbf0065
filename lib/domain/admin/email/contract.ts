import { sentTestEmail } from '@/lib/domain/admin/email/schema'
import type { Contract } from '@/lib/base/contract'

export const sendTestEmailContract = {
  method: 'POST',
  path: '/api/v1/admin/test-email',
  summary: 'Send a test email to your own address and wait until the mail server accepts it',
  auth: ['session', 'device'],
  role: 'admin',
  status: 200,
  response: sentTestEmail,
  errors: ['email_not_configured', 'email_not_sent', 'too_many_requests'],
} as const satisfies Contract
