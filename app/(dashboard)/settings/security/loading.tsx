import { activityTexts } from '@/components/activity/texts'
import { SecuritySections } from '@/components/security/security-sections'
import { securityTexts } from '@/components/security/texts'
import { FormSkeleton } from '@/components/ui/form/form-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function SecurityLoading() {
  return (
    <SecuritySections
      password={<FormSkeleton fieldCount={3} sentence={securityTexts.password.loading} />}
      events={<TableSkeleton sentence={activityTexts.recent.loading} />}
      deletion={<Skeleton className="h-9 w-44" />}
    />
  )
}
