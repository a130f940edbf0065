import { previewAccountRevocationContract } from '@/lib/domain/admin/accounts/contract'
import { previewAccountRevocation } from '@/lib/domain/admin/accounts/preview-account-revocation'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(previewAccountRevocationContract, ({ principal, params, body }) =>
    previewAccountRevocation(principal, params.id, body),
  ),
})
