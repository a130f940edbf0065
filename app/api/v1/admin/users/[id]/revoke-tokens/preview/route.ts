import { previewAccountRevocationContract } from '@/lib/admin/accounts/contract'
import { previewAccountRevocation } from '@/lib/admin/accounts/preview-account-revocation'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(previewAccountRevocationContract, ({ principal, params, body }) =>
    previewAccountRevocation(principal, params.id, body),
  ),
})
