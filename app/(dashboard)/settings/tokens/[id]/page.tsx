import type { Metadata } from 'next'
import { readToken } from '@/app/(dashboard)/settings/tokens/[id]/read-token'
import { newTokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'
import { TokenDialogs } from '@/components/tokens/actions/token-dialogs'
import { AddressTable } from '@/components/tokens/page/address-table'
import { Rotation } from '@/components/tokens/page/rotation'
import { Timeline } from '@/components/tokens/page/timeline'
import { TokenButtons } from '@/components/tokens/page/token-buttons'
import { TokenFacts } from '@/components/tokens/page/token-facts'
import { UsageCharts } from '@/components/tokens/page/usage-charts'
import { tokenPageTexts as texts } from '@/components/tokens/texts-page'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { now } from '@/lib/base/clock'
import { describeClient } from '@/lib/base/describe-client'
import { listTokenEvents } from '@/lib/domain/activity/list-token-events'
import { getTokenUsage } from '@/lib/domain/usage/get-token-usage'
import { ACTIVITY_DAYS } from '@/lib/domain/usage/schema'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

interface TokenPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ day?: string | string[] }>
}

export async function generateMetadata({ params }: TokenPageProps): Promise<Metadata> {
  return { title: (await readToken((await params).id)).name }
}

export default async function TokenPage({ params, searchParams }: TokenPageProps) {
  const principal = await requirePagePrincipal()
  const token = await readToken((await params).id)
  const { id, name, hint, previous_secret } = token
  const [{ day }, usage, events, policy] = await Promise.all([
    searchParams,
    getTokenUsage(principal, id, { days: ACTIVITY_DAYS }),
    listTokenEvents(principal, id),
    newTokenPolicy(),
  ])
  return (
    <TokenDialogs policy={policy}>
      <BackLink href="/settings/tokens">{texts.back}</BackLink>
      <PageHeader title={name} lead={hint}>
        <TokenButtons token={token} hasScopes={policy.scopes.length > 0} />
      </PageHeader>
      <PageSection title={texts.status.title} lead={texts.status.lead}>
        <TokenFacts token={token} client={describeClient(token.user_agent).name} isMailed={policy.reminders === 'on'} />
      </PageSection>
      {previous_secret !== null && (
        <PageSection title={texts.rotation.title} lead={texts.rotation.lead}>
          <Rotation token={token} />
        </PageSection>
      )}
      <PageSection title={texts.usage.title} lead={texts.usage.lead}>
        <UsageCharts
          id={id}
          hours={usage.items}
          nowMs={now().getTime()}
          day={typeof day === 'string' ? day : undefined}
        />
      </PageSection>
      <PageSection title={texts.addresses.title} lead={texts.addresses.lead}>
        <AddressTable addresses={usage.addresses} />
      </PageSection>
      <PageSection title={texts.timeline.title} lead={texts.timeline.lead}>
        <Timeline createdAt={token.created_at} events={events} hours={usage.items} />
      </PageSection>
    </TokenDialogs>
  )
}
