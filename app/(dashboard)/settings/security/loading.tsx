import { SecuritySections } from '@/components/security/security-sections'
import { FormSkeleton } from '@/components/ui/form/form-skeleton'
import { Skeleton } from '@/components/ui/skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function SecurityLoading() {
  return (
    <SecuritySections
      password={<FormSkeleton fieldCount={3} sentence="The form is being fetched." />}
      events={<TableSkeleton sentence="The events are being fetched." />}
      deletion={<Skeleton className="h-9 w-44" />}
    />
  )
}
