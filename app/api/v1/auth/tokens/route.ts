import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { createTokenContract, listTokensContract } from '@/lib/domain/tokens/contract'
import { issuePersonalToken } from '@/lib/domain/tokens/issue-personal-token'
import { listTokens } from '@/lib/domain/tokens/list-tokens'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listTokensContract, ({ principal, query }) => listTokens(principal, query)),
  POST: serve(createTokenContract, ({ principal, body }) => issuePersonalToken(principal, body)),
})
