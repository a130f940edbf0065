import { previewRevocationContract } from '@/lib/admin/tokens/contract'
import { previewRevocation } from '@/lib/admin/tokens/preview-revocation'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(previewRevocationContract, ({ principal, body }) => previewRevocation(principal, body)),
})
