import { FormMessage } from '@/components/ui/form/form-message'

/** Stands in the place of a form whose link is not known any more, or never was. */
export function MissingLink({ what = 'email' }: { what?: 'email' | 'invitation' }) {
  return (
    <FormMessage
      message={what === 'email' ? 'Open the link in your email again.' : 'Open the link of your invitation again.'}
    />
  )
}
