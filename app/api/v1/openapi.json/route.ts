import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { openApiDocument } from '@/lib/edge/openapi/openapi-document'
import { openApiContract } from '@/lib/domain/service/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(openApiContract, async () => openApiDocument()),
})
