import { linksTexts } from '@/components/links/texts'
import { FormMessage } from '@/components/ui/form/form-message'

/** Shown in place of a form when the page was opened without its link, or the browser no longer has it. */
export function MissingLink({ what = 'email' }: { what?: 'email' | 'invitation' }) {
  return <FormMessage message={linksTexts.missing[what]} />
}
