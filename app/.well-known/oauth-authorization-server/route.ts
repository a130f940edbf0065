import { serverMetadataContract } from '@/lib/domain/device-flow/contract'
import { getServerMetadata } from '@/lib/domain/device-flow/get-server-metadata'
import { methods } from '@/lib/edge/http/methods'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  // Public facts, which pages of any origin may read (RFC 8414).
  GET: serve(
    serverMetadataContract,
    async () => new Reply(getServerMetadata(), { 'access-control-allow-origin': '*' }),
  ),
})
