import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { issueNonceContract } from '@/lib/domain/providers/contract'
import { issueNonce } from '@/lib/domain/providers/issue-nonce'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(issueNonceContract, ({ params }) => issueNonce(params.id)),
})
