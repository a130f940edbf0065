import { getAccountContract } from '@/lib/accounts/contract'
import { getAccount } from '@/lib/accounts/get-account'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getAccountContract, ({ principal }) => getAccount(principal)),
})
