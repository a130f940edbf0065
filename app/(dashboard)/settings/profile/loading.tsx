import { ProfileSections } from '@/components/profile/profile-sections'
import { FormSkeleton } from '@/components/ui/form/form-skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function ProfileLoading() {
  return (
    <ProfileSections
      names={<FormSkeleton fieldCount={3} sentence="Your names are being fetched." />}
      email={<FormSkeleton fieldCount={1} sentence="Your address is being fetched." />}
      account={<TableSkeleton sentence="Your account is being fetched." />}
    />
  )
}
