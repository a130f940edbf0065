import Link from 'next/link'
import { FormHeader } from '@/components/forms/form-header'
import { formsTexts } from '@/components/forms/texts'
import { buttonClass } from '@/components/ui/button-class'

const texts = formsTexts.setup.closed

export default function AuthNotFoundPage() {
  return (
    <>
      <FormHeader title={texts.title} lead={texts.lead} />
      <Link href="/login" className={buttonClass('primary')}>
        {texts.signIn}
      </Link>
    </>
  )
}
