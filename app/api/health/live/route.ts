import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { liveContract } from '@/lib/service/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(liveContract, async () => ({ status: 'live' as const })),
})
