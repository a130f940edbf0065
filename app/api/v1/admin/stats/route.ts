import { statsContract } from '@/lib/admin/stats/contract'
import { getStats } from '@/lib/admin/stats/get-stats'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(statsContract, ({ principal }) => getStats(principal)),
})
