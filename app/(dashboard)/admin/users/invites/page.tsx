import type { Metadata } from 'next'
import { CreateInviteForm } from '@/components/invites/create-invite-form'
import { InviteTable } from '@/components/invites/invite-table'
import { BackLink } from '@/components/ui/back-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { settings } from '@/lib/env'
import { requirePageAdmin } from '@/lib/http/page-principal'
import { listInvites } from '@/lib/invites/list-invites'

export const metadata: Metadata = { title: 'Invitations' }

export default async function InvitesPage() {
  const { items } = await listInvites(await requirePageAdmin(), { limit: 100 })
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
      </PageSection>
    </>
  )
}
