import type { Metadata } from 'next'
import { ReferenceContents } from '@/components/reference/reference-contents'
import { ReferenceIntroduction } from '@/components/reference/reference-introduction'
import { ReferenceSection } from '@/components/reference/reference-section'
import { referenceTexts } from '@/components/reference/texts'
import { PageHeader } from '@/components/ui/page-header'
import { apiReference } from '@/lib/edge/openapi/api-reference'

const texts = referenceTexts.page

export const metadata: Metadata = { title: texts.title }

export default function ApiPage() {
  const groups = apiReference()
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <ReferenceIntroduction />
      <ReferenceContents groups={groups} />
      {groups.map((group) => (
        <ReferenceSection key={group.id} group={group} />
      ))}
    </>
  )
}
