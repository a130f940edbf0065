import { previewRevocationContract } from '@/lib/domain/admin/tokens/contract'
import { previewRevocation } from '@/lib/domain/admin/tokens/preview-revocation'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(previewRevocationContract, ({ principal, body }) => previewRevocation(principal, body)),
})
