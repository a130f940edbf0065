import Link from 'next/link'
import { tokenHref } from '@/components/tokens/page/token-href'
import { usageByDay, usageByHour } from '@/components/tokens/page/usage-points'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { buttonClass } from '@/components/ui/button-class'
import { CountChart } from '@/components/ui/chart/count-chart'
import { uiTexts } from '@/components/ui/texts'
import { dayInUtc } from '@/components/ui/time/format-day'
import { ACTIVITY_DAYS, type TokenUsage } from '@/lib/domain/usage/schema'

const words = tokenPageTexts.usage
const counted = { up: words.accepted, down: words.rejected }

interface UsageChartsProps {
  id: string
  hours: TokenUsage['items']
  nowMs: number
  /** The day in UTC that the address of the page asks for. */
  day: string | undefined
}

/** The requests with a token: per day for 30 days, and per hour of one of them. */
export function UsageCharts({ id, hours, nowMs, day: asked }: UsageChartsProps) {
  const days = usageByDay(hours, nowMs, ACTIVITY_DAYS)
  const latest = days.findLastIndex(({ up, down }) => up + down > 0)
  if (latest < 0) return <p className="text-muted">{words.none}</p>
  const place = days.findIndex(({ day }) => day === asked)
  const shown = place < 0 ? latest : place
  const name = dayInUtc(days[shown]?.day ?? '')
  return (
    <div className="grid gap-4">
      <CountChart
        label={words.byDay}
        words={{ ...counted, time: uiTexts.chart.day }}
        points={days.map(({ day, up, down }) => ({ name: dayInUtc(day), up, down, href: tokenHref(id, day) }))}
      />
      <h3 className="flex flex-wrap items-center justify-between gap-2 font-medium">
        {words.byHour(name)}
        <nav aria-label={words.days} className="flex gap-2">
          <DayLink id={id} day={days[shown - 1]?.day}>
            {words.earlier}
          </DayLink>
          <DayLink id={id} day={days[shown + 1]?.day}>
            {words.later}
          </DayLink>
        </nav>
      </h3>
      <CountChart
        label={words.byHour(name)}
        words={{ ...counted, time: uiTexts.chart.hour }}
        points={usageByHour(hours, days[shown]?.day ?? '').map(({ hour, up, down }) => ({ name: hour, up, down }))}
      />
    </div>
  )
}

function DayLink({ id, day, children }: { id: string; day: string | undefined; children: string }) {
  if (day === undefined) return null
  return (
    <Link href={tokenHref(id, day)} prefetch={false} scroll={false} className={buttonClass('ghost')}>
      {children}
    </Link>
  )
}
