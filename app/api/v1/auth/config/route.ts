import { configContract } from '@/lib/accounts/contract'
import { getConfig } from '@/lib/accounts/get-config'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(configContract, () => getConfig()),
})
