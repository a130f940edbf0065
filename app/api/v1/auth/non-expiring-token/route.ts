import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { nonExpiringTokenContract } from '@/lib/sessions/contract'
import { issueNonExpiringToken } from '@/lib/sessions/issue-non-expiring-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(nonExpiringTokenContract, ({ body, adminsOnly }) => issueNonExpiringToken(body, { adminsOnly })),
})
