import { PageHeader } from '@/components/ui/page-header'

export function OverviewHeader() {
  return <PageHeader title="Overview" lead="Who is here, what is live, and what wants a look." />
}
