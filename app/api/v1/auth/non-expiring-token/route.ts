import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { nonExpiringTokenContract } from '@/lib/domain/sessions/contract'
import { issueNonExpiringToken } from '@/lib/domain/sessions/issue-non-expiring-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(nonExpiringTokenContract, ({ body, adminsOnly }) => issueNonExpiringToken(body, { adminsOnly })),
})
