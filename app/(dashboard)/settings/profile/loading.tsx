import { ProfileSections } from '@/components/profile/profile-sections'
import { profileTexts } from '@/components/profile/texts'
import { FormSkeleton } from '@/components/ui/form/form-skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function ProfileLoading() {
  return (
    <ProfileSections
      names={<FormSkeleton fieldCount={3} sentence={profileTexts.names.loading} />}
      email={<FormSkeleton fieldCount={1} sentence={profileTexts.email.loading} />}
      account={<TableSkeleton sentence={profileTexts.account.loading} />}
    />
  )
}
