import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { createTokenContract, listTokensContract } from '@/lib/tokens/contract'
import { issuePersonalToken } from '@/lib/tokens/issue-personal-token'
import { listTokens } from '@/lib/tokens/list-tokens'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listTokensContract, ({ principal, query }) => listTokens(principal, query)),
  POST: serve(createTokenContract, ({ principal, body }) => issuePersonalToken(principal, body)),
})
