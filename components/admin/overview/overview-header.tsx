import { adminTexts } from '@/components/admin/texts'
import { PageHeader } from '@/components/ui/page-header'

const { title, lead } = adminTexts.overview

export function OverviewHeader() {
  return <PageHeader title={title} lead={lead} />
}
