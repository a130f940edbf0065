import type { Metadata } from 'next'
import Link from 'next/link'
import { auditAddress, auditHref, filtersOfAudit } from '@/components/admin/audit/audit-address'
import { AuditFilters } from '@/components/admin/audit/audit-filters'
import { AuditHeader } from '@/components/admin/audit/audit-header'
import { AuditTable } from '@/components/admin/audit/audit-table'
import { DownloadAuditLog } from '@/components/admin/audit/download-audit-log'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/table/pager'
import { listAudit } from '@/lib/domain/admin/audit/list-audit'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

const { page: pageTexts, empty } = adminAuditTexts

export const metadata: Metadata = { title: pageTexts.title }

const EVENTS_PER_PAGE = 50

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const admin = await requirePageAdmin()
  const address = auditAddress.parse(await searchParams)
  const filters = filtersOfAudit(address)
  const { items, next_cursor } = await firstPageOtherwise(address.cursor, (cursor) =>
    listAudit(admin, { ...filters, limit: EVENTS_PER_PAGE, cursor }),
  )
  return (
    <>
      <AuditHeader>
        <DownloadAuditLog filters={filters} />
      </AuditHeader>
      <AuditFilters address={address} />
      {items.length === 0 ? (
        <EmptyState title={empty.title} text={empty.text}>
          <Link href="/admin/audit" prefetch={false} className={buttonClass()}>
            {empty.clear}
          </Link>
        </EmptyState>
      ) : (
        <AuditTable events={items} />
      )}
      <Pager
        label={pageTexts.pages}
        firstHref={address.cursor === undefined ? null : auditHref({ ...address, cursor: undefined })}
        nextHref={next_cursor === null ? null : auditHref({ ...address, cursor: next_cursor })}
      />
    </>
  )
}
