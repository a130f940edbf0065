import { countedCalls } from '@/components/tokens/list/counted-calls'
import { Sparkline } from '@/components/ui/chart/sparkline'
import type { TokenActivity as Activity } from '@/lib/domain/usage/schema'

/** How a token was used in the last 30 days, as a line; nothing when it was not. */
export function TokenActivity({ activity }: { activity: Activity | undefined }) {
  if (activity === undefined || activity.calls === 0) return null
  const busiest = countedCalls(Math.max(...activity.days))
  return (
    <Sparkline values={activity.days} label={`${countedCalls(activity.calls)} in 30 days, ${busiest} on the busiest`} />
  )
}
