import type { Metadata } from 'next'
import { CreateInviteForm } from '@/components/invites/create-invite-form'
import { InviteTable } from '@/components/invites/invite-table'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { Pager } from '@/components/ui/table/pager'
import { listHref } from '@/components/ui/table/list-href'
import { settings } from '@/lib/base/env'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { listInvites } from '@/lib/domain/invites/list-invites'
import { listInvitesQuery } from '@/lib/domain/invites/schema'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

export const metadata: Metadata = { title: 'Invitations' }

const PATH = '/admin/users/invites'

interface InvitesPageProps {
  searchParams: Promise<{ cursor?: string | string[] | undefined }>
}

export default async function InvitesPage({ searchParams }: InvitesPageProps) {
  const admin = await requirePageAdmin()
  const asked = listInvitesQuery.shape.cursor.safeParse((await searchParams).cursor).data
  const { items, next_cursor } = await firstPageOtherwise(asked, (cursor) => listInvites(admin, { cursor }))
  const { registration } = settings()
  return (
    <>
      <BackLink href="/admin/users">Accounts</BackLink>
      <PageHeader title="Invitations" lead="Who may make an account here." />
      {registration !== 'invite' && (
        <Notice>
          Registration is {registration}:{' '}
          {registration === 'open' ? 'nobody needs an invitation' : 'links let nobody in'}. REGISTRATION=invite makes
          them count.
        </Notice>
      )}
      <PageSection title="Invite somebody" lead="A link for one account, good for seven days.">
        <CreateInviteForm />
      </PageSection>
      <PageSection title="Made so far" lead="Newest first; those used or run out are dropped after a week.">
        <InviteTable invites={items} />
        <Pager
          label="Pages of invitations"
          firstHref={asked === undefined ? null : PATH}
          nextHref={next_cursor === null ? null : listHref(PATH, { cursor: next_cursor })}
        />
      </PageSection>
    </>
  )
}
