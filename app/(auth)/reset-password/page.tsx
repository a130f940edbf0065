import type { Metadata } from 'next'
import { FormHeader } from '@/components/forms/form-header'
import { formsTexts } from '@/components/forms/texts'
import { ResetLink } from '@/components/links/reset-link'
import { settings } from '@/lib/base/env'

const texts = formsTexts.resetPassword

export const metadata: Metadata = { title: texts.title }

export default function ResetPasswordPage() {
  return (
    <>
      <FormHeader title={texts.title} lead={texts.lead} />
      <ResetLink lengthMin={settings().PASSWORD_MIN_LENGTH} />
    </>
  )
}
