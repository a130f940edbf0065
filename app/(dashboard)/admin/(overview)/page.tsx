import type { Metadata } from 'next'
import { findOpenSteps } from '@/app/(dashboard)/admin/(overview)/find-open-steps'
import { FirstSteps } from '@/components/admin/first-steps/first-steps'
import { managedTokenHref } from '@/components/admin/tokens/managed-token-address'
import { liveTokenWords } from '@/components/admin/tokens/live-token-words'
import { OverviewHeader } from '@/components/admin/overview/overview-header'
import { adminTexts } from '@/components/admin/texts'
import { CountChart } from '@/components/ui/chart/count-chart'
import { dayInUtc } from '@/components/ui/time/format-day'
import { uiTexts } from '@/components/ui/texts'
import { PageSection } from '@/components/ui/page-section'
import { RelativeTime } from '@/components/ui/time/relative-time'
import { ShareBars } from '@/components/ui/chart/share-bars'
import { StatTile } from '@/components/ui/chart/stat-tile'
import { SIGN_IN_DAYS } from '@/lib/domain/admin/stats/schema'
import { EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'
import { getStats } from '@/lib/domain/admin/stats/get-stats'
import { settings } from '@/lib/base/env'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'

const texts = adminTexts.overview

export const metadata: Metadata = { title: texts.title }

export default async function OverviewPage() {
  const admin = await requirePageAdmin()
  const [stats, steps] = await Promise.all([getStats(admin), findOpenSteps(admin)])
  const { accounts, live_tokens, personal_tokens, sign_ins, counted_at } = stats
  const live = liveTokenWords(live_tokens)
  return (
    <>
      <OverviewHeader />
      {steps !== null && <FirstSteps items={steps} sendsEmail={settings().SMTP_URL !== undefined} />}
      <div className="mb-8 grid grid-cols-2 gap-3 wide:grid-cols-4">
        <StatTile name={texts.accounts.name} value={accounts.total} href="/admin/users">
          {texts.accounts.detail({ ...accounts, created: accounts.created_last_30_days })}
        </StatTile>
        <StatTile
          name={texts.credentials.name}
          value={live.reduce((sum, { value }) => sum + value, 0)}
          href={managedTokenHref({})}
        >
          {texts.credentials.detail}
        </StatTile>
        <StatTile
          name={texts.expiring.name}
          value={personal_tokens.ending_soon}
          href={managedTokenHref({ show: 'ending', kind: 'personal' })}
        >
          {texts.expiring.detail(EXPIRING_SOON_DAYS)}
        </StatTile>
        <StatTile
          name={texts.unused.name}
          value={personal_tokens.unused}
          href={managedTokenHref({ show: 'unused', kind: 'personal' })}
        >
          {texts.unused.detail(UNUSED_DAYS)}
        </StatTile>
      </div>
      <PageSection title={texts.signIns.title} lead={texts.signIns.lead(SIGN_IN_DAYS)}>
        <CountChart
          label={texts.signIns.chart}
          words={{ up: texts.signIns.succeeded, down: texts.signIns.failed, time: uiTexts.chart.day }}
          points={sign_ins.map(({ day, succeeded, failed }) => ({ name: dayInUtc(day), up: succeeded, down: failed }))}
        />
      </PageSection>
      <PageSection title={texts.byType.title} lead={texts.byType.lead}>
        <ShareBars label={texts.byType.chart} shares={live} />
        <p className="mt-3 text-note text-muted">
          {texts.byType.updated} <RelativeTime at={counted_at} />
        </p>
      </PageSection>
    </>
  )
}
