import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { readyContract } from '@/lib/service/contract'
import { checkReadiness } from '@/lib/service/readiness'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(readyContract, async () => ({ status: 'ready' as const, clock_skew_ms: await checkReadiness() })),
})
