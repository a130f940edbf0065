import type { Metadata } from 'next'
import { CreateInviteForm } from '@/components/invites/create-invite-form'
import { InviteTable } from '@/components/invites/invite-table'
import { invitesTexts } from '@/components/invites/texts'
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

const texts = invitesTexts.page

export const metadata: Metadata = { title: texts.title }

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
      <BackLink href="/admin/users">{texts.back}</BackLink>
      <PageHeader title={texts.title} lead={texts.lead} />
      {registration !== 'invite' && <Notice>{texts.notNeeded[registration]}</Notice>}
      <PageSection {...texts.create}>
        <CreateInviteForm />
      </PageSection>
      <PageSection title={texts.list.title} lead={texts.list.lead}>
        <InviteTable invites={items} />
        <Pager
          label={texts.list.pages}
          firstHref={asked === undefined ? null : PATH}
          nextHref={next_cursor === null ? null : listHref(PATH, { cursor: next_cursor })}
        />
      </PageSection>
    </>
  )
}
