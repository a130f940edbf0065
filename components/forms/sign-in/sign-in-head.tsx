import { FormHeader } from '@/components/forms/form-header'
import { formsTexts } from '@/components/forms/texts'
import { Notice } from '@/components/ui/notice'

interface SignInHeadProps {
  lead: string | null
  /** Why the visitor was sent here; null when they came on their own. */
  notice: string | null
}

/** What stands above every way to sign in. */
export function SignInHead({ lead, notice }: SignInHeadProps) {
  return (
    <>
      <FormHeader title={formsTexts.signIn.title} lead={lead} />
      {notice !== null && <Notice>{notice}</Notice>}
    </>
  )
}
