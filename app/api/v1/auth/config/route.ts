import { configContract } from '@/lib/domain/accounts/contract'
import { getConfig } from '@/lib/domain/accounts/registration/get-config'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(configContract, () => getConfig()),
})
