import { sendTestEmailContract } from '@/lib/domain/admin/email/contract'
import { sendTestEmail } from '@/lib/domain/admin/email/send-test-email'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(sendTestEmailContract, ({ principal }) => sendTestEmail(principal)),
})
