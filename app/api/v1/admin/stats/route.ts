import { statsContract } from '@/lib/domain/admin/stats/contract'
import { getStats } from '@/lib/domain/admin/stats/get-stats'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(statsContract, ({ principal }) => getStats(principal)),
})
