import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { openApiDocument } from '@/lib/openapi/openapi-document'
import { openApiContract } from '@/lib/service/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(openApiContract, async () => openApiDocument()),
})
