import type { Metadata } from 'next'
import { ReferenceContents } from '@/components/reference/reference-contents'
import { ReferenceIntroduction } from '@/components/reference/reference-introduction'
import { ReferenceSection } from '@/components/reference/reference-section'
import { PageHeader } from '@/components/ui/page-header'
import { apiReference } from '@/lib/edge/openapi/api-reference'

export const metadata: Metadata = { title: 'API' }

export default function ApiPage() {
  const groups = apiReference()
  return (
    <>
      <PageHeader
        title="API"
        lead="Everything that the pages do, programs can do too, and services ask here who holds a key."
      />
      <ReferenceIntroduction />
      <ReferenceContents groups={groups} />
      {groups.map((group) => (
        <ReferenceSection key={group.id} group={group} />
      ))}
    </>
  )
}
