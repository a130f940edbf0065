import type { Metadata } from 'next'
import { ForgotPasswordForm } from '@/components/forms/forgot-password-form'
import { FormHeader } from '@/components/forms/form-header'
import { OtherDoor } from '@/components/forms/sign-in/other-door'
import { formsTexts } from '@/components/forms/texts'
import { captchaView } from '@/lib/domain/captcha/captcha-settings'

const texts = formsTexts.forgotPassword

export const metadata: Metadata = { title: texts.title }

export default function ForgotPasswordPage() {
  return (
    <>
      <FormHeader title={texts.title} lead={texts.lead} />
      <ForgotPasswordForm captcha={captchaView()} />
      <OtherDoor {...texts.signIn} href="/login" />
    </>
  )
}
