import type { Metadata } from 'next'
import { managedTokenHref } from '@/components/admin/tokens/managed-token-address'
import { liveTokenWords } from '@/components/admin/tokens/live-token-words'
import { OverviewHeader } from '@/components/admin/overview/overview-header'
import { DayChart } from '@/components/ui/chart/day-chart'
import { inFigures } from '@/components/ui/chart/in-figures'
import { PageSection } from '@/components/ui/page-section'
import { RelativeTime } from '@/components/ui/time/relative-time'
import { ShareBars } from '@/components/ui/chart/share-bars'
import { StatTile } from '@/components/ui/chart/stat-tile'
import { SIGN_IN_DAYS } from '@/lib/domain/admin/stats/schema'
import { EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/domain/tokens/schema'
import { getStats } from '@/lib/domain/admin/stats/get-stats'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const { accounts, live_tokens, personal_tokens, sign_ins, counted_at } = await getStats(await requirePageAdmin())
  const live = liveTokenWords(live_tokens)
  return (
    <>
      <OverviewHeader />
      <div className="mb-8 grid grid-cols-2 gap-3 wide:grid-cols-4">
        <StatTile name="Accounts" value={accounts.total} href="/admin/users">
          {inFigures(accounts.active)} active, {inFigures(accounts.created_last_30_days)} new in 30 days;
          administrators: {inFigures(accounts.admins)}
        </StatTile>
        <StatTile
          name="Live tokens"
          value={live.reduce((sum, { value }) => sum + value, 0)}
          href={managedTokenHref({})}
        >
          Browsers and programs included
        </StatTile>
        <StatTile
          name="Ending soon"
          value={personal_tokens.ending_soon}
          href={managedTokenHref({ show: 'ending', kind: 'personal' })}
        >
          Personal tokens that end within {EXPIRING_SOON_DAYS} days
        </StatTile>
        <StatTile
          name="Unused"
          value={personal_tokens.unused}
          href={managedTokenHref({ show: 'unused', kind: 'personal' })}
        >
          Personal tokens that nobody used for {UNUSED_DAYS} days
        </StatTile>
      </div>
      <PageSection
        title="Sign-ins"
        lead={`Those that succeeded and those that were refused, day by day in UTC, for ${SIGN_IN_DAYS} days.`}
      >
        <DayChart
          label="Sign-ins by day"
          words={{ up: 'succeeded', down: 'refused' }}
          days={sign_ins.map(({ day, succeeded, failed }) => ({ day, up: succeeded, down: failed }))}
        />
      </PageSection>
      <PageSection title="What is live" lead="All that can act for somebody at this moment, by what holds it.">
        <ShareBars label="Live tokens by kind" shares={live} />
        <p className="mt-3 text-note text-muted">
          Counted <RelativeTime at={counted_at} />.
        </p>
      </PageSection>
    </>
  )
}
